/** Routes nobody signs in for, with the test that attacks them. */
export const unsigned: Record<string, string> = {
  'GET /api/sign-in': 'cross-site.test.ts',
  'GET /api/sign-in/callback': 'cross-site.test.ts',
  'POST /api/sign-out': 'cross-site.test.ts',
  'GET /api/health': 'database-restart.test.ts',
  'GET /a/:token': 'foreign.test.ts',
  'GET /a': 'link-holder.test.ts',
  'GET /a/receipt': 'link-holder.test.ts',
  'GET /a/forgotten': 'link-holder.test.ts',
  'GET /a/messages/:messageId/files/:fileId': 'link-holder.test.ts',
  'POST /a/messages': 'link-holder.test.ts',
  'POST /a/outcome': 'link-holder.test.ts',
  'POST /a/forgetting': 'link-holder.test.ts',
  'GET /': 'pages.test.ts',
  'GET /site/:name': 'pages.test.ts',
  'GET /contact': 'pages.test.ts',
  'POST /contact': 'pages.test.ts',
};
