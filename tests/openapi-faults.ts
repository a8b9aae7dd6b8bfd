type Json = Record<string, unknown>;

/** Where a document breaks OpenAPI 3.1 or the JSON Schema it contains: one line each with the place. */
export function openApiFaults(document: unknown): string[] {
  if (!isObject(document)) return ['no document'];
  const operations = operationsOf(document);
  return [
    ...headFaults(document),
    ...referenceFaults(document),
    ...repeated(operations.map(({ operation }) => String(operation.operationId))).map((id) => `operationId ${id} is used twice`),
    ...operations.flatMap((each) => operationFaults(document, each).map((fault) => `${each.method} ${each.path}: ${fault}`)),
    ...Object.entries(schemasOf(document)).flatMap(([name, schema]) => schemaFaults(schema, `#/components/schemas/${name}`)),
  ];
}

const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);
const TYPES = new Set(['object', 'array', 'string', 'number', 'integer', 'boolean', 'null']);

function headFaults({ openapi, info, paths }: Json): string[] {
  const faults: string[] = [];
  if (!/^3\.1\.\d+$/.test(String(openapi))) faults.push('openapi is not 3.1');
  if (!isObject(info) || !info.title || !info.version) faults.push('info lacks title or version');
  if (!isObject(paths)) faults.push('no paths');
  for (const path of Object.keys(objectOf(paths)))
    if (!path.startsWith('/') || /[:?#]/.test(path)) faults.push(`${path} is no path template`);
  return faults;
}

interface Operation {
  method: string;
  path: string;
  operation: Json;
}

function operationsOf(document: Json): Operation[] {
  return Object.entries(objectOf(document.paths)).flatMap(([path, item]) =>
    Object.entries(objectOf(item)).map(([method, operation]) => ({ method, path, operation: objectOf(operation) })),
  );
}

function operationFaults(document: Json, { method, path, operation }: Operation): string[] {
  const faults: string[] = [];
  if (!METHODS.has(method)) faults.push('no method of HTTP');
  if (!operation.operationId) faults.push('no operationId');
  const responses = Object.entries(objectOf(operation.responses));
  if (responses.length === 0) faults.push('no responses');
  for (const [status, response] of responses) {
    if (!/^([1-5]\d\d|default)$/.test(status)) faults.push(`${status} is no status`);
    if (!isObject(response) || !response.description) faults.push(`response ${status} is not described`);
    faults.push(...contentFaults(objectOf(response).content, `response ${status}`));
  }
  if (operation.requestBody !== undefined) {
    const { content } = objectOf(operation.requestBody);
    faults.push(...(isObject(content) ? contentFaults(content, 'requestBody') : ['requestBody has no content']));
  }
  return [...faults, ...parameterFaults(operation, path), ...securityFaults(document, operation)];
}

function contentFaults(content: unknown, place: string): string[] {
  return Object.entries(objectOf(content)).flatMap(([type, media]) => {
    if (!/^[\w.+-]+\/[\w.+*-]+/.test(type)) return [`${place} has ${type}, which is no media type`];
    return schemaFaults(objectOf(media).schema, `${place} ${type}`);
  });
}

function parameterFaults(operation: Json, path: string): string[] {
  const parameters = (Array.isArray(operation.parameters) ? operation.parameters : []).map(objectOf);
  const inPath = parameters.filter((parameter) => parameter.in === 'path').map((parameter) => String(parameter.name));
  const inTemplate = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);
  return [
    ...inTemplate.filter((name) => !inPath.includes(name)).map((name) => `parameter ${name} of the path is not declared`),
    ...inPath.filter((name) => !inTemplate.includes(name)).map((name) => `parameter ${name} is not in the path`),
    ...parameters
      .filter((parameter) => parameter.in === 'path' && parameter.required !== true)
      .map(({ name }) => `parameter ${name} must be required`),
    ...repeated(parameters.map(({ in: place, name }) => `${place} ${name}`)).map((name) => `parameter ${name} is declared twice`),
    ...parameters.flatMap(({ name, schema }) => schemaFaults(schema, `parameter ${name}`)),
  ];
}

function securityFaults(document: Json, operation: Json): string[] {
  const schemes = objectOf(objectOf(document.components).securitySchemes);
  const named = (Array.isArray(operation.security) ? operation.security : []).flatMap((requirement) => Object.keys(objectOf(requirement)));
  return named.filter((name) => !(name in schemes)).map((name) => `security scheme ${name} is not declared`);
}

/** Of JSON Schema 2020-12: what a generator gets wrong. */
function schemaFaults(schema: unknown, place: string): string[] {
  if (typeof schema === 'boolean') return [];
  if (!isObject(schema)) return [`${place} has no schema`];
  const types = [schema.type ?? []].flat();
  const properties = objectOf(schema.properties);
  const required = Array.isArray(schema.required) ? schema.required.map(String) : [];
  return [
    ...types.filter((type) => !TYPES.has(String(type))).map((type) => `${place} has type ${type}`),
    ...('nullable' in schema ? [`${place} has nullable, which 3.1 has not`] : []),
    ...('$defs' in schema ? [`${place} has definitions of its own`] : []),
    ...(schema.properties
      ? required.filter((name) => !(name in properties)).map((name) => `${place} requires ${name}, which it has not`)
      : []),
    ...Object.entries(properties).flatMap(([name, inner]) => schemaFaults(inner, `${place}/${name}`)),
    ...(['anyOf', 'oneOf', 'allOf', 'prefixItems'] as const).flatMap((key) => listFaults(schema[key], `${place}/${key}`)),
    ...(['items', 'additionalProperties', 'propertyNames', 'not'] as const).flatMap((key) =>
      key in schema ? schemaFaults(schema[key], `${place}/${key}`) : [],
    ),
  ];
}

function listFaults(list: unknown, place: string): string[] {
  if (list === undefined) return [];
  if (!Array.isArray(list) || list.length === 0) return [`${place} is not a list of schemas`];
  return list.flatMap((inner, index) => schemaFaults(inner, `${place}/${index}`));
}

function referenceFaults(document: Json): string[] {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] as string);
  return [...new Set(references)].filter((reference) => !resolves(document, reference)).map((reference) => `${reference} leads nowhere`);
}

function resolves(document: Json, reference: string): boolean {
  if (!reference.startsWith('#/')) return false;
  let place: unknown = document;
  for (const part of reference.slice(2).split('/')) place = objectOf(place)[part.replaceAll('~1', '/').replaceAll('~0', '~')];
  return place !== undefined;
}

const schemasOf = (document: Json): Json => objectOf(objectOf(document.components).schemas);
const repeated = (names: string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index);
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const objectOf = (value: unknown): Json => (isObject(value) ? value : {});
