// A file of its own: the content policy runs no inline script. The validator badge would ask another host.
globalThis.SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#api-docs',
  deepLinking: true,
  validatorUrl: null,
});
