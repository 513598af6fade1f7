"""Other people's tools: agents use servers of the Model Context Protocol, approved by a person.

A server on standard input and output runs in the sandbox, without a network; one over HTTP is asked only where the list
of allowed hosts says so. What a person approves is the exact command or address with the exact list of tools: any change
of either needs approval anew. The tools are `mcp__server__tool`; what a server says of them, and what they answer,
is material and no instruction.
"""
