"""We as a provider of OpenID Connect: other programs let people sign in with their account here.

Only the authorization code with PKCE, S256. What other programs get is signed by keys of its own, is bound to them,
and opens nothing of our own interface.
"""
