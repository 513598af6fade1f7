// Generated from the server's OpenAPI document by `make api`. Do not edit.
export interface paths {
    "/api/v1/agent-families": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Families
         * @description List the families of the library's agents, in the order in which to show them.
         */
        get: operations["list_families_api_v1_agent_families_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agent-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Agent Runs
         * @description List the agent runs that people began, newest first; with `run_id`, all of that run.
         */
        get: operations["list_agent_runs_api_v1_agent_runs_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agent-runs/{agent_run_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Agent Run
         * @description Return an agent run: its state, what went into its prompt, its calls with their diffs, and its answer.
         *
         *     Follow it on the page's stream under `run:{run_id}`.
         */
        get: operations["read_agent_run_api_v1_agent_runs__agent_run_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agent-runs/{agent_run_id}/calls/{number}/allow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Allow Call
         * @description Allow the call that an agent asks leave for.
         */
        post: operations["allow_call_api_v1_agent_runs__agent_run_id__calls__number__allow_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agent-runs/{agent_run_id}/calls/{number}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer Agent
         * @description Answer an agent's question.
         */
        post: operations["answer_agent_api_v1_agent_runs__agent_run_id__calls__number__answer_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agent-runs/{agent_run_id}/calls/{number}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse Call
         * @description Refuse a call or a question; the agent is told and goes on without.
         */
        post: operations["refuse_call_api_v1_agent_runs__agent_run_id__calls__number__refuse_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agent-runs/{agent_run_id}/calls/{number}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo Write Of Agent
         * @description Bring a file back to what it was before a call; refused when the file has changed since.
         */
        post: operations["undo_write_of_agent_api_v1_agent_runs__agent_run_id__calls__number__undo_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agent-runs/{agent_run_id}/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Conflicts Of Agent Run
         * @description Return the files in which an agent's work is in conflict with the project's.
         */
        get: operations["read_conflicts_of_agent_run_api_v1_agent_runs__agent_run_id__conflicts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agent-runs/{agent_run_id}/go-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go On With Agent Run
         * @description Let an agent go on that rests, with higher limits if they are given.
         */
        post: operations["go_on_with_agent_run_api_v1_agent_runs__agent_run_id__go_on_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agent-runs/{agent_run_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Agent Messages
         * @description List the messages between the platform and the model, from the first one.
         */
        get: operations["list_agent_messages_api_v1_agent_runs__agent_run_id__messages_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agent-runs/{agent_run_id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settle Conflict Of Agent Run
         * @description Merge an agent's work, each file in conflict as the project has it, as the agent left it, or as given.
         */
        post: operations["settle_conflict_of_agent_run_api_v1_agent_runs__agent_run_id__settle_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agent-runs/{agent_run_id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop Agent Run
         * @description Let an agent rest as soon as what it is doing has ended; `go-on` lets it work again.
         */
        post: operations["stop_agent_run_api_v1_agent_runs__agent_run_id__stop_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Agents
         * @description List the agents of the library and the organization's own by name; with `retired`, only those.
         */
        get: operations["list_agents_api_v1_agents_get"];
        put?: never;
        /**
         * Create Agent
         * @description Store an own agent of the organization.
         */
        post: operations["create_agent_api_v1_agents_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Agent
         * @description Return one agent with its text, its examples and whom it hands work to.
         */
        get: operations["read_agent_api_v1_agents__name__get"];
        /**
         * Change Agent
         * @description Give an own agent a new version.
         */
        put: operations["change_agent_api_v1_agents__name__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{name}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Agent
         * @description Put a retired own agent back into use.
         */
        post: operations["restore_agent_api_v1_agents__name__restore_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{name}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retire Agent
         * @description Take an own agent out of use; it can be restored.
         */
        post: operations["retire_agent_api_v1_agents__name__retire_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{name}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin Agent Run
         * @description Let an agent work in a project, in the background.
         */
        post: operations["begin_agent_run_api_v1_agents__name__runs_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{name}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Versions
         * @description List the versions of an own agent, newest first; read one with `GET /agents/{name}?version=`.
         */
        get: operations["list_versions_api_v1_agents__name__versions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/choose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose Agent
         * @description Say which agent is for a request, and why.
         */
        post: operations["choose_agent_api_v1_agents_choose_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Validate Agent
         * @description Say what is wrong with a text, without storing it.
         */
        post: operations["validate_agent_api_v1_agents_validate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Api Keys
         * @description Your keys in this organization, those that are over included.
         */
        get: operations["list_api_keys_api_v1_api_keys_get"];
        put?: never;
        /**
         * Create Api Key
         * @description Make a key. Its text is in this answer and nowhere else, ever.
         */
        post: operations["create_api_key_api_v1_api_keys_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke Api Key
         * @description End a key at once, and the streams that it had opened.
         */
        delete: operations["revoke_api_key_api_v1_api_keys__key_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{key_id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate Api Key
         * @description Replace a key; the old one works until the overlap is over, so that programs can change at their own time.
         */
        post: operations["rotate_api_key_api_v1_api_keys__key_id__rotate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Audit
         * @description What happened in your organization that matters for its security, newest first.
         */
        get: operations["list_audit_api_v1_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Audit
         * @description All entries that the filters leave, oldest first, as CSV or JSON Lines; this is an act of its own.
         */
        get: operations["export_audit_api_v1_audit_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Audit Filters
         * @description Which acts and people there are to filter by, and how long entries are kept.
         */
        get: operations["read_audit_filters_api_v1_audit_filters_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Verify Audit
         * @description Hash every entry anew, and tell whether the chain holds.
         */
        get: operations["verify_audit_api_v1_audit_verification_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/confirm-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm Email
         * @description Put a new address in force by the link that was mailed to it.
         */
        post: operations["confirm_email_api_v1_auth_confirm_email_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/forgot-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forgot Password
         * @description Mail a link that sets a new password, if the address has an account; the answer does not tell.
         */
        post: operations["forgot_password_api_v1_auth_forgot_password_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Identities
         * @description What is connected to your account.
         */
        get: operations["list_identities_api_v1_auth_identities_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/identities/{identity_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Disconnect
         * @description Disconnect one; the last way to sign in stays. You must have signed in a moment ago.
         */
        delete: operations["disconnect_api_v1_auth_identities__identity_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Login
         * @description Sign in: an access token for programs, two cookies for browsers; or a token to show a second factor with.
         */
        post: operations["login_api_v1_auth_login_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Logout
         * @description End the session of the bearer token or of the cookies; its tokens are refused from now on.
         */
        post: operations["logout_api_v1_auth_logout_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mfa/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Passkey As Second Factor
         * @description Return what a browser needs to finish a sign-in by a passkey.
         */
        post: operations["passkey_as_second_factor_api_v1_auth_mfa_passkey_options_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mfa/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Second Factor
         * @description Send a code by mail or SMS to finish a sign-in with.
         */
        post: operations["send_second_factor_api_v1_auth_mfa_send_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mfa/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify Second Factor
         * @description Finish a sign-in by a code or a passkey.
         */
        post: operations["verify_second_factor_api_v1_auth_mfa_verify_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oauth/{provider}/connect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Connect
         * @description Begin to connect a provider to your account; you must have signed in a moment ago.
         */
        post: operations["connect_api_v1_auth_oauth__provider__connect_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oauth/{provider}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Start
         * @description Send the browser to a provider, to sign in by it.
         */
        get: operations["start_api_v1_auth_oauth__provider__start_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oauth/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Finish
         * @description Take the provider's answer; pages tell what went wrong.
         */
        get: operations["finish_api_v1_auth_oauth_callback_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oauth/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Providers
         * @description The ways to sign in that this installation has beside a password.
         */
        get: operations["list_providers_api_v1_auth_oauth_providers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Passkey Options
         * @description Return what a browser needs to sign in by a passkey alone.
         */
        post: operations["passkey_options_api_v1_auth_passkey_options_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkey/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign In By Passkey
         * @description Sign in by a passkey that verified its person: two factors in one.
         */
        post: operations["sign_in_by_passkey_api_v1_auth_passkey_verify_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/reauthenticate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reauthenticate
         * @description Prove oneself again, for a sensitive change within the next ten minutes.
         */
        post: operations["reauthenticate_api_v1_auth_reauthenticate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/reauthenticate/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Step Up Options
         * @description Return what a browser needs to prove its person by a passkey.
         */
        post: operations["step_up_options_api_v1_auth_reauthenticate_passkey_options_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/reauthenticate/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Step Up
         * @description Send a code by mail or SMS to prove oneself with.
         */
        post: operations["send_step_up_api_v1_auth_reauthenticate_send_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh
         * @description Exchange the refresh cookie for a fresh access token and the next refresh cookie.
         */
        post: operations["refresh_api_v1_auth_refresh_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register
         * @description Create an account and its organization, and mail a link that confirms the address.
         */
        post: operations["register_api_v1_auth_register_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/resend-verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resend Verification
         * @description Mail the link once more, if the address waits for it.
         */
        post: operations["resend_verification_api_v1_auth_resend_verification_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset Password
         * @description Set a new password by a mailed link; all sessions end, second factors stay.
         */
        post: operations["reset_password_api_v1_auth_reset_password_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/revert-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revert Email
         * @description Take a change of address back and end all sessions; a link for a new password follows.
         */
        post: operations["revert_email_api_v1_auth_revert_email_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify Email
         * @description Confirm an address by the token of the mailed link.
         */
        post: operations["verify_email_api_v1_auth_verify_email_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{comment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Comment
         * @description Delete one's own comment; who may administer members may delete any.
         */
        delete: operations["delete_comment_api_v1_comments__comment_id__delete"];
        options?: never;
        head?: never;
        /**
         * Edit Comment
         * @description Write one's own comment anew.
         */
        patch: operations["edit_comment_api_v1_comments__comment_id__patch"];
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Conversation
         * @description Return a conversation; its turns are under `turns`.
         */
        get: operations["read_conversation_api_v1_conversations__conversation_id__get"];
        put?: never;
        post?: never;
        /**
         * Remove Conversation
         * @description Remove a conversation; its agent runs stay, by themselves.
         */
        delete: operations["remove_conversation_api_v1_conversations__conversation_id__delete"];
        options?: never;
        head?: never;
        /**
         * Rename Conversation
         * @description Give a conversation another name.
         */
        patch: operations["rename_conversation_api_v1_conversations__conversation_id__patch"];
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/turns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Turns
         * @description List the agent runs of a conversation, the newest first.
         */
        get: operations["list_turns_api_v1_conversations__conversation_id__turns_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/custom-roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Custom Roles
         * @description The roles that your organization made, by name.
         */
        get: operations["list_custom_roles_api_v1_custom_roles_get"];
        put?: never;
        /**
         * Create Custom Role
         * @description Make a role that may do no more than you; give it by `PATCH /members/{account_id}`.
         */
        post: operations["create_custom_role_api_v1_custom_roles_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/custom-roles/{custom_role_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Custom Role
         * @description Write a role anew; for those who have it this counts at once.
         */
        put: operations["change_custom_role_api_v1_custom_roles__custom_role_id__put"];
        post?: never;
        /**
         * Delete Custom Role
         * @description Delete a role that no member has.
         */
        delete: operations["delete_custom_role_api_v1_custom_roles__custom_role_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Dead Letters
         * @description List steps that ran out of tries, newest first.
         */
        get: operations["list_dead_letters_api_v1_dead_letters_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters/{step_id}/requeue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Requeue
         * @description Give a dead letter fresh tries, and revive what was skipped because of it.
         */
        post: operations["requeue_api_v1_dead_letters__step_id__requeue_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dev/mailbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Mails
         * @description The latest mails, newest first.
         */
        get: operations["list_mails_api_v1_dev_mailbox_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dev/mailbox/{mail_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Mail
         * @description One mail with its links.
         */
        get: operations["read_mail_api_v1_dev_mailbox__mail_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Domains
         * @description The domains that your organization claims, each with the record that proves who owns it.
         */
        get: operations["list_domains_api_v1_domains_get"];
        put?: never;
        /**
         * Add Domain
         * @description Claim a domain; put its TXT record into DNS and verify it. Domains of mail providers are refused.
         */
        post: operations["add_domain_api_v1_domains_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains/{domain_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Domain
         * @description Choose whether people with a confirmed address of the domain may join, or do so by themselves.
         */
        put: operations["change_domain_api_v1_domains__domain_id__put"];
        post?: never;
        /**
         * Remove Domain
         * @description Give a domain up; who joined by it stays a member.
         */
        delete: operations["remove_domain_api_v1_domains__domain_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains/{domain_id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify Domain
         * @description Look for the record in DNS. A domain counts for the first organization that proves to own it.
         */
        post: operations["verify_domain_api_v1_domains__domain_id__verify_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Instance
         * @description Return the name and face of this installation; needs no sign-in.
         */
        get: operations["read_instance_api_v1_instance_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instance/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Logo
         * @description Return the logo that the operator put in place; needs no sign-in.
         */
        get: operations["read_logo_api_v1_instance_logo_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Invitations
         * @description The open invitations to your organization, newest first.
         */
        get: operations["list_invitations_api_v1_invitations_get"];
        put?: never;
        /**
         * Invite
         * @description Invite an address to a role that may do no more than you; the link in the mail works for 7 days.
         */
        post: operations["invite_api_v1_invitations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke Invitation
         * @description Take an invitation back.
         */
        delete: operations["revoke_invitation_api_v1_invitations__invitation_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{invitation_id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resend Invitation
         * @description Mail an invitation once more; the link of the mail before ends.
         */
        post: operations["resend_invitation_api_v1_invitations__invitation_id__resend_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept Invitation
         * @description Become a member; only the owner of the invited address can. Go there by `POST /me/organization`.
         */
        post: operations["accept_invitation_api_v1_invitations_accept_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline Invitation
         * @description Say no; no account is needed for that.
         */
        post: operations["decline_invitation_api_v1_invitations_decline_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look At Invitation
         * @description What the link of a mail leads to.
         */
        post: operations["look_at_invitation_api_v1_invitations_look_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Me
         * @description The signed-in account and its organizations; an API key sees only its own organization.
         */
        get: operations["read_me_api_v1_me_get"];
        put?: never;
        post?: never;
        /**
         * Delete Account
         * @description Delete your account, and every organization that is yours alone. Nothing brings it back.
         */
        delete: operations["delete_account_api_v1_me_delete"];
        options?: never;
        head?: never;
        /**
         * Change Me
         * @description Change your name, or what you chose for the pages; what is not named stays.
         */
        patch: operations["change_me_api_v1_me_patch"];
        trace?: never;
    };
    "/api/v1/me/deletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview Deletion
         * @description What would become of your organizations if you deleted your account.
         */
        get: operations["preview_deletion_api_v1_me_deletion_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask For Email
         * @description Mail a link to a new address, which puts it in force; the answer does not tell whether it is taken.
         */
        post: operations["ask_for_email_api_v1_me_email_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request Export
         * @description Ask for an archive of everything that is held about the signed-in person.
         */
        post: operations["request_export_api_v1_me_export_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/export/{export_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Export
         * @description How far the archive is.
         */
        get: operations["read_export_api_v1_me_export__export_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/export/{export_id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Export
         * @description The archive: a ZIP of JSON files. Only the person it is about finds it.
         */
        get: operations["download_export_api_v1_me_export__export_id__download_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/factors/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Factor
         * @description Remove a factor.
         */
        delete: operations["remove_factor_api_v1_me_factors__kind__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/factors/{kind}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm Factor
         * @description Put a factor in force by its first code; the first one brings recovery codes, shown this once.
         */
        post: operations["confirm_factor_api_v1_me_factors__kind__confirm_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/factors/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set Up Email
         * @description Begin to get codes by mail.
         */
        post: operations["set_up_email_api_v1_me_factors_email_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/factors/sms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set Up Sms
         * @description Begin to get codes by SMS.
         */
        post: operations["set_up_sms_api_v1_me_factors_sms_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/factors/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set Up Totp
         * @description Begin to set an authenticator app up; it counts after its first code.
         */
        post: operations["set_up_totp_api_v1_me_factors_totp_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/joinable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Joinable
         * @description Organizations that your confirmed address lets you join.
         */
        get: operations["list_joinable_api_v1_me_joinable_get"];
        put?: never;
        /**
         * Join Organization
         * @description Join an organization by your confirmed address. Go there by `POST /me/organization`.
         */
        post: operations["join_organization_api_v1_me_joinable_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose Organization
         * @description Go on in another of your organizations; browsers get it as a cookie, programs use the token from now on.
         */
        post: operations["choose_organization_api_v1_me_organization_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Passkey
         * @description Store a passkey that a browser made.
         */
        post: operations["add_passkey_api_v1_me_passkeys_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys/{passkey_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Passkey
         * @description Remove a passkey.
         */
        delete: operations["remove_passkey_api_v1_me_passkeys__passkey_id__delete"];
        options?: never;
        head?: never;
        /**
         * Rename Passkey
         * @description Give a passkey another name.
         */
        patch: operations["rename_passkey_api_v1_me_passkeys__passkey_id__patch"];
        trace?: never;
    };
    "/api/v1/me/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * New Passkey Options
         * @description Return what a browser needs to make a passkey.
         */
        post: operations["new_passkey_options_api_v1_me_passkeys_options_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Password
         * @description Set a new password; every other session ends.
         */
        put: operations["change_password_api_v1_me_password_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew Recovery Codes
         * @description Replace the recovery codes by new ones, shown this once.
         */
        post: operations["renew_recovery_codes_api_v1_me_recovery_codes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Security
         * @description Return how the caller signs in.
         */
        get: operations["read_security_api_v1_me_security_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sessions
         * @description Return where the caller is signed in, the latest first.
         */
        get: operations["list_sessions_api_v1_me_sessions_get"];
        put?: never;
        post?: never;
        /**
         * End Other Sessions
         * @description Sign every other device out.
         */
        delete: operations["end_other_sessions_api_v1_me_sessions_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End Session
         * @description Sign one device out; its access and its open streams end at once.
         */
        delete: operations["end_session_api_v1_me_sessions__session_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Members
         * @description Everybody in your organization, and what each role may do.
         */
        get: operations["list_members_api_v1_members_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Member
         * @description End a membership at once: sign-in sessions there, keys and open streams included.
         */
        delete: operations["remove_member_api_v1_members__account_id__delete"];
        options?: never;
        head?: never;
        /**
         * Change Role
         * @description Give a member another role; neither the old nor the new one may do more than you.
         */
        patch: operations["change_role_api_v1_members__account_id__patch"];
        trace?: never;
    };
    "/api/v1/members/{account_id}/ownership": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Transfer Ownership
         * @description Make another member an owner in your place; you go on as an administrator.
         */
        post: operations["transfer_ownership_api_v1_members__account_id__ownership_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Leave Organization
         * @description Leave the organization that you work in; its last owner cannot.
         */
        delete: operations["leave_organization_api_v1_members_me_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/model-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Model Settings
         * @description Which model answers for the active organization.
         */
        get: operations["read_model_settings_api_v1_model_settings_get"];
        /**
         * Write Model Settings
         * @description Let the organization's agents use a model of its own.
         */
        put: operations["write_model_settings_api_v1_model_settings_put"];
        post?: never;
        /**
         * Remove Model Settings
         * @description Let the installation's model, or the built-in rules, answer again; deletes the key.
         */
        delete: operations["remove_model_settings_api_v1_model_settings_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/model-settings/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test Model Settings
         * @description Put one small question to a model and tell how it went, before or after it is set.
         */
        post: operations["test_model_settings_api_v1_model_settings_test_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Notifications
         * @description Your notifications, newest first, and how many are unread in all.
         */
        get: operations["list_notifications_api_v1_notifications_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark Read
         * @description Mark some or all as read, or with `unread` as unread again.
         */
        post: operations["mark_read_api_v1_notifications_read_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Settings
         * @description Which kinds you want to hear of.
         */
        get: operations["read_settings_api_v1_notifications_settings_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/settings/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Setting
         * @description Mute a kind, or hear of it again.
         */
        put: operations["change_setting_api_v1_notifications_settings__kind__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth/authorizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Authorize
         * @description Show what a program asks, or take the person's decision.
         */
        post: operations["authorize_api_v1_oauth_authorizations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Consents
         * @description The programs that you let know who you are.
         */
        get: operations["list_consents_api_v1_oauth_consents_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth/consents/{client_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw Consent
         * @description Let a program know nothing more of you; its tokens end at once.
         */
        delete: operations["withdraw_consent_api_v1_oauth_consents__client_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide Device
         * @description Show which device waits with a code, or let it in as you, or turn it away.
         */
        post: operations["decide_device_api_v1_oauth_devices_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/onboarding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Onboarding
         * @description Which of the first steps are taken.
         */
        get: operations["read_onboarding_api_v1_onboarding_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Onboarding
         * @description Put the first steps away, or bring them back.
         */
        patch: operations["change_onboarding_api_v1_onboarding_patch"];
        trace?: never;
    };
    "/api/v1/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create Organization
         * @description Found an organization, which you own; go there by `POST /me/organization`.
         */
        post: operations["create_organization_api_v1_organizations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organization_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Organization
         * @description Rename the organization that you work in; its slug stays.
         */
        patch: operations["change_organization_api_v1_organizations__organization_id__patch"];
        trace?: never;
    };
    "/api/v1/presence/{client}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Presence
         * @description Say what a page shows now; its stream says that it is there at all.
         */
        put: operations["change_presence_api_v1_presence__client__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Projects
         * @description The organization's projects, newest first.
         */
        get: operations["list_projects_api_v1_projects_get"];
        put?: never;
        /**
         * Create Project
         * @description Create a project with a git repository.
         */
        post: operations["create_project_api_v1_projects_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Project
         * @description One project.
         */
        get: operations["read_project_api_v1_projects__project_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Project
         * @description Rename or describe a project; its slug stays.
         */
        patch: operations["change_project_api_v1_projects__project_id__patch"];
        trace?: never;
    };
    "/api/v1/projects/{project_id}/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Activity
         * @description Who did what, why and when, newest first.
         */
        get: operations["list_activity_api_v1_projects__project_id__activity_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/activity/{activity_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo
         * @description Take an edit or a deletion back; if one of its tasks has changed since, nothing happens.
         */
        post: operations["undo_api_v1_projects__project_id__activity__activity_id__undo_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/activity/actors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Actors
         * @description Who has done something in this project, by name.
         */
        get: operations["list_actors_api_v1_projects__project_id__activity_actors_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/activity/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stream Activity
         * @description What happens from now on, or after `Last-Event-ID`, as server-sent events: `activity`, and topics.
         */
        get: operations["stream_activity_api_v1_projects__project_id__activity_stream_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Conversations
         * @description List the conversations of a project, the newest first.
         */
        get: operations["list_conversations_api_v1_projects__project_id__conversations_get"];
        put?: never;
        /**
         * Begin Conversation
         * @description Begin a conversation with agents, to which agent runs are added with `conversation_id`.
         */
        post: operations["begin_conversation_api_v1_projects__project_id__conversations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/mcp-servers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Mcp Servers
         * @description List the servers whose tools agents may use in a project, approved or not.
         */
        get: operations["list_mcp_servers_api_v1_projects__project_id__mcp_servers_get"];
        put?: never;
        /**
         * Add Mcp Server
         * @description Write a server down. Agents use it when a person has looked at its tools and approved them.
         */
        post: operations["add_mcp_server_api_v1_projects__project_id__mcp_servers_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/mcp-servers/{server_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Mcp Server
         * @description Change a server: with another command, address or set of variables it needs approval anew.
         */
        put: operations["change_mcp_server_api_v1_projects__project_id__mcp_servers__server_id__put"];
        post?: never;
        /**
         * Remove Mcp Server
         * @description Remove the server and its secrets; an agent at work keeps a connection that it has until its run ends.
         */
        delete: operations["remove_mcp_server_api_v1_projects__project_id__mcp_servers__server_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/mcp-servers/{server_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve Mcp Server
         * @description Let agents use the server, as long as it is and offers what you looked at.
         */
        post: operations["approve_mcp_server_api_v1_projects__project_id__mcp_servers__server_id__approve_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/mcp-servers/{server_id}/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look At Mcp Server
         * @description Start or ask the server, and note which tools it offers; what it says of them is text from outside.
         */
        post: operations["look_at_mcp_server_api_v1_projects__project_id__mcp_servers__server_id__look_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List People
         * @description Who can be given tasks and mentioned: the members of the organization, by name.
         */
        get: operations["list_people_api_v1_projects__project_id__people_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/repository": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make Repository
         * @description Make the project's repository if it is still missing, for instance after git was installed.
         */
        post: operations["make_repository_api_v1_projects__project_id__repository_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tasks
         * @description The tasks of a project; `position` orders them inside a column.
         */
        get: operations["list_tasks_api_v1_projects__project_id__tasks_get"];
        put?: never;
        /**
         * Create Task
         * @description Put a task on the board.
         */
        post: operations["create_task_api_v1_projects__project_id__tasks_post"];
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Tasks
         * @description Change many tasks alike: all of them or, if one is not on the board or no longer at the version given, none.
         *
         *     The answer 409 holds, as `tasks`, those that have changed as they are now.
         */
        patch: operations["change_tasks_api_v1_projects__project_id__tasks_patch"];
        trace?: never;
    };
    "/api/v1/projects/{project_id}/tasks/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete Tasks
         * @description Take tasks off the board, all or none; they can be restored.
         */
        post: operations["delete_tasks_api_v1_projects__project_id__tasks_delete_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/tasks/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Tasks
         * @description Put deleted tasks back where they were, all or none.
         */
        post: operations["restore_tasks_api_v1_projects__project_id__tasks_restore_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Runs
         * @description List the organization's runs, newest first.
         */
        get: operations["list_runs_api_v1_runs_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Run
         * @description Return a run and its steps.
         */
        get: operations["read_run_api_v1_runs__run_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Run
         * @description End a run now; work under way is discarded.
         */
        post: operations["cancel_run_api_v1_runs__run_id__cancel_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stream Run
         * @description Stream what happens to a run and its steps as server-sent events, each named by its topic.
         *
         *     Ends when the run ends; who asks for what comes after gets 204.
         */
        get: operations["stream_run_api_v1_runs__run_id__events_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause Run
         * @description Start no further step of a run; those under way end.
         */
        post: operations["pause_run_api_v1_runs__run_id__pause_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume Run
         * @description Go on with a paused run.
         */
        post: operations["resume_run_api_v1_runs__run_id__resume_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/steps/{step_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Step
         * @description Return a step with its input, its output and its tries.
         */
        get: operations["read_step_api_v1_runs__run_id__steps__step_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/steps/{step_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry Step
         * @description Run a step again, and all that rests on it; a run that had ended goes on.
         */
        post: operations["retry_step_api_v1_runs__run_id__steps__step_id__retry_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search
         * @description Projects, tasks, workflows, runs and agents that have every word of `q`.
         */
        get: operations["search_api_v1_search_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stream
         * @description Stream what happens to many subjects on one connection, as server-sent events.
         *
         *     `data` is `{"subject", "position", "data"}`; `reset` means that events were missed for good: look again.
         *     `presence` says who is at a subject now.
         */
        get: operations["stream_api_v1_stream_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{task_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Task
         * @description One task.
         */
        get: operations["read_task_api_v1_tasks__task_id__get"];
        put?: never;
        post?: never;
        /**
         * Delete Task
         * @description Take a task off the board; it can be restored.
         */
        delete: operations["delete_task_api_v1_tasks__task_id__delete"];
        options?: never;
        head?: never;
        /**
         * Change Task
         * @description Change a task. With a version that it no longer has, the answer is 409 and holds the task as it is now.
         */
        patch: operations["change_task_api_v1_tasks__task_id__patch"];
        trace?: never;
    };
    "/api/v1/tasks/{task_id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Comments
         * @description What was written about a task, oldest first; of a deleted comment only its place is left.
         */
        get: operations["list_comments_api_v1_tasks__task_id__comments_get"];
        put?: never;
        /**
         * Add Comment
         * @description Write about a task, in Markdown; `@Name` tells a member.
         */
        post: operations["add_comment_api_v1_tasks__task_id__comments_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{task_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List History
         * @description What happened to a task, alone or together with others, newest first.
         */
        get: operations["list_history_api_v1_tasks__task_id__history_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{task_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Task
         * @description Put a deleted task back where it was.
         */
        post: operations["restore_task_api_v1_tasks__task_id__restore_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Teams
         * @description All teams by name, with who is in them.
         */
        get: operations["list_teams_api_v1_teams_get"];
        put?: never;
        /**
         * Create Team
         * @description Make a team.
         */
        post: operations["create_team_api_v1_teams_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Team
         * @description Delete a team; its members stay members of the organization.
         */
        delete: operations["delete_team_api_v1_teams__team_id__delete"];
        options?: never;
        head?: never;
        /**
         * Rename Team
         * @description Give a team another name.
         */
        patch: operations["rename_team_api_v1_teams__team_id__patch"];
        trace?: never;
    };
    "/api/v1/teams/{team_id}/members/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put Into Team
         * @description Put a member into a team.
         */
        put: operations["put_into_team_api_v1_teams__team_id__members__account_id__put"];
        post?: never;
        /**
         * Take Out Of Team
         * @description Take a member out of a team.
         */
        delete: operations["take_out_of_team_api_v1_teams__team_id__members__account_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Usage
         * @description What the active organization uses, and what its tier allows.
         */
        get: operations["read_usage_api_v1_usage_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Workflows
         * @description List workflows, newest first.
         */
        get: operations["list_workflows_api_v1_workflows_get"];
        put?: never;
        /**
         * Submit Workflow
         * @description Hand in a description; its analysis runs in the background.
         */
        post: operations["submit_workflow_api_v1_workflows_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{workflow_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Workflow
         * @description Return a workflow, the state of its analysts and, when there is one, its analysis.
         */
        get: operations["read_workflow_api_v1_workflows__workflow_id__get"];
        put?: never;
        post?: never;
        /**
         * Delete Workflow
         * @description Remove a workflow with its analyses and files; tasks on the board stay.
         */
        delete: operations["delete_workflow_api_v1_workflows__workflow_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{workflow_id}/analysis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Analysis
         * @description Return the newest analysis: whole, or what its analysts have delivered while they are at work.
         */
        get: operations["read_analysis_api_v1_workflows__workflow_id__analysis_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{workflow_id}/analysts/{analyst}/agent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Agent Of Analyst
         * @description Return the definition that a model worked by in the newest version, whatever the agent is now.
         */
        get: operations["read_agent_of_analyst_api_v1_workflows__workflow_id__analysts__analyst__agent_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{workflow_id}/artifacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Artifacts
         * @description List the documents that can be made of the analysis, with their formats.
         */
        get: operations["list_artifacts_api_v1_workflows__workflow_id__artifacts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{workflow_id}/artifacts/{artifact}/{file_format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Artifact
         * @description Return a document to hand on, made of the analysis: the report, a specification, the roadmap or a template.
         */
        get: operations["export_artifact_api_v1_workflows__workflow_id__artifacts__artifact___file_format__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{workflow_id}/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare Versions
         * @description Return what differs between two versions.
         */
        get: operations["compare_versions_api_v1_workflows__workflow_id__compare_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{workflow_id}/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Edits
         * @description Return the log of edits and the revision on which the next one is based.
         */
        get: operations["list_edits_api_v1_workflows__workflow_id__edits_get"];
        put?: never;
        /**
         * Edit Workflow
         * @description Carry out typed operations on the analysis, all or none; what depends on them is computed anew.
         */
        post: operations["edit_workflow_api_v1_workflows__workflow_id__edits_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{workflow_id}/edits/redo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Redo Edit
         * @description Do the edit again that was taken back last.
         */
        post: operations["redo_edit_api_v1_workflows__workflow_id__edits_redo_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{workflow_id}/edits/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo Edit
         * @description Take the newest edit back.
         */
        post: operations["undo_edit_api_v1_workflows__workflow_id__edits_undo_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{workflow_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stream Workflow
         * @description Stream the progress of the newest analysis as server-sent events; ends when the analysis ends.
         *
         *     Who asks for what comes after the end gets 204.
         */
        get: operations["stream_workflow_api_v1_workflows__workflow_id__events_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{workflow_id}/export/{format_name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Workflow
         * @description Return the diagram and findings as a file: svg, png, pdf, mermaid, bpmn, html and others; zip has every file.
         */
        get: operations["export_workflow_api_v1_workflows__workflow_id__export__format_name__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{workflow_id}/regenerate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Regenerate Workflow
         * @description Analyse the workflow again, as its next version: all of it, or from one analyst on.
         */
        post: operations["regenerate_workflow_api_v1_workflows__workflow_id__regenerate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{workflow_id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Tasks
         * @description Put build tasks on the project's board: all of them, or those with the given ids; each once.
         */
        post: operations["send_tasks_api_v1_workflows__workflow_id__tasks_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{workflow_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Versions
         * @description Return what there is to compare, newest first.
         */
        get: operations["list_versions_api_v1_workflows__workflow_id__versions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{workflow_id}/versions/{version}/drawing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Draw Version
         * @description Return the diagram of one version as SVG.
         */
        get: operations["draw_version_api_v1_workflows__workflow_id__versions__version__drawing_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read File
         * @description Return the text of a .txt, .md, .docx or .pdf file; nothing is stored.
         */
        post: operations["read_file_api_v1_workflows_files_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Samples
         * @description List descriptions to try the analyzer with.
         */
        get: operations["list_samples_api_v1_workflows_samples_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** Accepted */
        Accepted: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Status
             * @enum {string}
             */
            status: "queued" | "running" | "paused" | "completed" | "partial" | "failed" | "cancelled";
        };
        /** AccessToken */
        AccessToken: {
            /** Access Token */
            access_token: string;
            /** Expires In */
            expires_in: number;
            /**
             * Token Type
             * @constant
             */
            token_type: "bearer";
        };
        /**
         * AccountChange
         * @description What to change; None for a choice gives it back to the browser.
         */
        AccountChange: {
            /** Language */
            language?: ("en" | "de") | null;
            /**
             * Name
             * @default
             */
            name?: string;
            /** Theme */
            theme?: ("system" | "light" | "dark") | null;
            /** Time Zone */
            time_zone?: string | null;
        };
        /**
         * AccountDeletion
         * @description The address and the password of the account that shall go.
         */
        AccountDeletion: {
            /**
             * Email
             * Format: email
             */
            email: string;
            /**
             * Password
             * Format: password
             */
            password: string;
        };
        /**
         * AccountLine
         * @description One part of the prompt: `tokens` as estimated; 0 with the reason when it was left out.
         */
        AccountLine: {
            /** Left Out */
            left_out?: string | null;
            /** Tokens */
            tokens: number;
            /** What */
            what: string;
            /** Why */
            why: string;
        };
        /**
         * AccountRead
         * @description A person; what they chose for the pages is None where their browser decides.
         */
        AccountRead: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Email */
            email: string;
            /** Email Verified */
            email_verified: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Language */
            language: ("en" | "de") | null;
            /** Name */
            name: string;
            /** Theme */
            theme: ("system" | "light" | "dark") | null;
            /** Time Zone */
            time_zone: string | null;
        };
        /** Activity */
        Activity: {
            actor: components["schemas"]["coditect__projects__schemas__Actor"];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Data */
            data: {
                [key: string]: unknown;
            };
            /**
             * Id
             * Format: uuid
             */
            id: string;
            object: components["schemas"]["ActivityObject"];
            /** Position */
            position: number | null;
            /**
             * Project Id
             * Format: uuid
             */
            project_id: string;
            /** Reason */
            reason: string | null;
            /** Sentence */
            sentence: string;
            /** Verb */
            verb: string;
        };
        /** ActivityObject */
        ActivityObject: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Title */
            title: string;
        };
        /** ActorReport */
        ActorReport: {
            /** Actors */
            actors: components["schemas"]["coditect__workflows__analysis__actors__Actor"][];
            /** Handoffs */
            handoffs: components["schemas"]["Handoff"][];
            /** Interactions */
            interactions: components["schemas"]["Interaction"][];
            /** Responsibilities */
            responsibilities: components["schemas"]["Responsibility"][];
            /** Systems */
            systems: components["schemas"]["System"][];
        };
        /** AgentAssignment */
        AgentAssignment: {
            /** Agent */
            agent: string;
            /** Task */
            task: string;
        };
        /**
         * AgentCallRead
         * @description One call of a tool. In the state `asked` it waits for a person: a question for an answer, the others for leave.
         */
        AgentCallRead: {
            /** Arguments */
            arguments: {
                [key: string]: unknown;
            };
            /** Begun At */
            begun_at: string | null;
            /** Changes */
            changes: components["schemas"]["FileChangeRead"][];
            /** Child Id */
            child_id: string | null;
            /** Decided By */
            decided_by: string | null;
            /** Effect */
            effect: string;
            /** Ended At */
            ended_at: string | null;
            /** Number */
            number: number;
            /** Result */
            result: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "planned" | "asked" | "begun" | "handed_on" | "done" | "failed" | "denied" | "unknown" | "dropped";
            /** Tool */
            tool: string;
            /** Turn */
            turn: number;
        };
        /** AgentChange */
        AgentChange: {
            /** Text */
            text: string;
            /** Version */
            version: number;
        };
        /**
         * AgentChoice
         * @description The agent for a request, or null; the nearest ones, best first; the reason in words.
         */
        AgentChoice: {
            /** Agent */
            agent: string | null;
            /** Candidates */
            candidates: string[];
            /** Chain */
            chain: components["schemas"]["AgentAssignment"][];
            /** Why */
            why: string;
        };
        /** AgentContractField */
        AgentContractField: {
            /** Kind */
            kind: string;
            /** Meaning */
            meaning: string | null;
            /** Name */
            name: string;
        };
        /**
         * AgentFamily
         * @description A group of the library's agents.
         */
        AgentFamily: {
            /** About */
            about: string;
            /** Key */
            key: string;
            /** Title */
            title: string;
        };
        /**
         * AgentMessageRead
         * @description One message of the conversation, as the model library writes it.
         */
        AgentMessageRead: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Message */
            message: {
                [key: string]: unknown;
            };
            /** Number */
            number: number;
        };
        /** AgentNeed */
        AgentNeed: {
            /** Request */
            request: string;
        };
        /**
         * AgentRead
         * @description An agent with all that its page shows. `text` is the definition as written, `body` its instructions.
         */
        AgentRead: {
            /** Author */
            author: string | null;
            /** Body */
            body: string;
            /** Contract */
            contract: components["schemas"]["AgentContractField"][] | null;
            /** Current Version */
            current_version: number | null;
            /** Description */
            description: string;
            /** Digest */
            digest: string;
            /** Disallowed Tools */
            disallowed_tools: string[];
            /** Does */
            does: string;
            /** Examples */
            examples: string[];
            /** Family */
            family: string | null;
            /** Faults */
            faults: components["schemas"]["FaultRead"][];
            /** Hand Offs */
            hand_offs: string[];
            /** Model */
            model: string | null;
            /** Name */
            name: string;
            /** Not For */
            not_for: string | null;
            /**
             * Origin
             * @enum {string}
             */
            origin: "library" | "organization";
            /** Output Schema */
            output_schema: string | null;
            /** Permission Mode */
            permission_mode: string | null;
            /** Retired At */
            retired_at: string | null;
            /** Text */
            text: string;
            /** Tools */
            tools: string[] | null;
            /** Updated At */
            updated_at: string | null;
            /** Use When */
            use_when: string | null;
            /** Version */
            version: number | null;
        };
        /**
         * AgentRunAccepted
         * @description An agent run that waits for its turn: `id` is its own, `run_id` that of the run that it is a step of.
         */
        AgentRunAccepted: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Run Id
             * Format: uuid
             */
            run_id: string;
            /**
             * Status
             * @constant
             */
            status: "queued";
        };
        /**
         * AgentRunRead
         * @description An agent run with all that its page shows.
         */
        AgentRunRead: {
            /** Agent */
            agent: string;
            /** Agent Reference */
            agent_reference: string;
            /** Answer */
            answer: {
                [key: string]: unknown;
            } | string | null;
            budget: components["schemas"]["Budget"];
            /** Calls */
            calls: components["schemas"]["AgentCallRead"][];
            /** Changed Files */
            changed_files: string[];
            /** Children */
            children: components["schemas"]["AgentRunSummary"][];
            /** Conversation Id */
            conversation_id: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Depth */
            depth: number;
            /** Finished At */
            finished_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Mode
             * @enum {string}
             */
            mode: "plan" | "ask" | "accept_edits" | "autonomous";
            /** Model */
            model: string | null;
            /** Origin */
            origin: ("model" | "rules") | null;
            /** Output Schema */
            output_schema: string | null;
            /** Parent Id */
            parent_id: string | null;
            place: components["schemas"]["PlaceRead"] | null;
            /** Project Id */
            project_id: string | null;
            prompt: components["schemas"]["PromptAccount"] | null;
            /** Raw */
            raw: string | null;
            /** Reason */
            reason: string | null;
            /** Request */
            request: string;
            /**
             * Run Id
             * Format: uuid
             */
            run_id: string;
            /** Said */
            said: components["schemas"]["Said"][];
            spent: components["schemas"]["Spent"];
            /** Started At */
            started_at: string | null;
            /** State */
            state: ("queued" | "working" | "asking" | "delegating" | "stopped" | "done" | "failed") | "cancelled";
            /** Stop Asked */
            stop_asked: boolean;
        };
        /**
         * AgentRunSummary
         * @description An agent run in a list.
         */
        AgentRunSummary: {
            /** Agent */
            agent: string;
            /** Conversation Id */
            conversation_id: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Depth */
            depth: number;
            /** Finished At */
            finished_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Mode
             * @enum {string}
             */
            mode: "plan" | "ask" | "accept_edits" | "autonomous";
            /** Model */
            model: string | null;
            /** Origin */
            origin: ("model" | "rules") | null;
            /** Parent Id */
            parent_id: string | null;
            /** Project Id */
            project_id: string | null;
            /** Reason */
            reason: string | null;
            /** Request */
            request: string;
            /**
             * Run Id
             * Format: uuid
             */
            run_id: string;
            spent: components["schemas"]["Spent"];
            /** Started At */
            started_at: string | null;
            /** State */
            state: ("queued" | "working" | "asking" | "delegating" | "stopped" | "done" | "failed") | "cancelled";
        };
        /**
         * AgentSummary
         * @description An agent as a list shows it; `description` says when to ask it and when not.
         */
        AgentSummary: {
            /** Description */
            description: string;
            /** Digest */
            digest: string;
            /** Family */
            family: string | null;
            /** Model */
            model: string | null;
            /** Name */
            name: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "library" | "organization";
            /** Retired At */
            retired_at: string | null;
            /** Tools */
            tools: string[] | null;
            /** Updated At */
            updated_at: string | null;
            /** Version */
            version: number | null;
        };
        /**
         * AgentText
         * @description A whole definition: frontmatter and instructions in markdown, kept as written.
         */
        AgentText: {
            /** Text */
            text: string;
        };
        /** AgentTextToCheck */
        AgentTextToCheck: {
            /** Name */
            name?: string | null;
            /** Text */
            text: string;
        };
        /** AgentVersion */
        AgentVersion: {
            /** Author */
            author: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Digest */
            digest: string;
            /** Version */
            version: number;
        };
        /**
         * Ambiguity
         * @description A word or passage that can be read in more than one way.
         */
        Ambiguity: {
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** Problem */
            problem: string;
            /** Term */
            term: string;
        };
        /** Analysis */
        Analysis: {
            /** Actors */
            actors: components["schemas"]["coditect__workflows__analysis__actors__Actor"][];
            analysts: components["schemas"]["AnalystOutputs"];
            /** Build Tasks */
            build_tasks: components["schemas"]["BuildTask"][];
            completeness: components["schemas"]["Completeness"];
            /** Conflicts */
            conflicts: components["schemas"]["Conflict"][];
            /**
             * Domain
             * @enum {string}
             */
            domain: "software" | "manufacturing" | "healthcare" | "finance" | "general";
            /** Events */
            events: components["schemas"]["Event"][];
            /** Flags */
            flags: components["schemas"]["Flag"][];
            /** Flows */
            flows: components["schemas"]["Flow"][];
            /** Gateways */
            gateways: components["schemas"]["Gateway"][];
            /** Links */
            links: components["schemas"]["Link"][];
            /** Mentions */
            mentions: components["schemas"]["coditect__workflows__analysis__document__Mention"][];
            /**
             * Orphan Tasks
             * @description Tasks nobody is named for.
             */
            orphan_tasks: string[];
            quality: components["schemas"]["Score"];
            /** Raci */
            raci: components["schemas"]["Raci"][];
            /** Relations */
            relations: components["schemas"]["Relation"][];
            /** Summary */
            summary: string;
            /** Tasks */
            tasks: components["schemas"]["AssignedTask"][];
            /** Title */
            title: string;
        };
        /**
         * AnalysisSoFar
         * @description An analysis as far as it has come: whole with the edits that people made, or what its analysts have by now.
         */
        AnalysisSoFar: {
            analysis: components["schemas"]["Analysis"];
            /** Complete */
            complete: boolean;
            /** Delivered */
            delivered: ("workflow-analyzer" | "task-decomposer" | "actor-identifier" | "automation-assessor" | "requirements-extractor" | "process-designer" | "quality-analyzer" | "technical-analyzer")[];
            /** Version */
            version: number;
        };
        /**
         * AnalystOutputs
         * @description The full output of each analyst under its name; null when it failed or has not run.
         */
        AnalystOutputs: {
            "actor-identifier"?: components["schemas"]["ActorReport"] | null;
            "automation-assessor"?: components["schemas"]["AutomationReport"] | null;
            "process-designer"?: components["schemas"]["Design"] | null;
            "quality-analyzer"?: components["schemas"]["QualityReport"] | null;
            "requirements-extractor"?: components["schemas"]["RequirementsReport"] | null;
            "task-decomposer"?: components["schemas"]["Decomposition"] | null;
            "technical-analyzer"?: components["schemas"]["TechnicalReport"] | null;
            "workflow-analyzer"?: components["schemas"]["Overview"] | null;
        };
        /**
         * AnalystState
         * @description One analyst's part in the newest analysis.
         */
        AnalystState: {
            /** Cost Usd */
            cost_usd: number | string | null;
            /** Error */
            error: string | null;
            /** Fallback */
            fallback: string | null;
            /** Finished At */
            finished_at: string | null;
            /** Input Tokens */
            input_tokens: number | null;
            /** Model */
            model: string | null;
            /**
             * Name
             * @enum {string}
             */
            name: "workflow-analyzer" | "task-decomposer" | "actor-identifier" | "automation-assessor" | "requirements-extractor" | "process-designer" | "quality-analyzer" | "technical-analyzer";
            /** Origin */
            origin: ("rule" | "model") | null;
            /** Output Tokens */
            output_tokens: number | null;
            /** Reused */
            reused: ("version" | "answer") | null;
            /** Started At */
            started_at: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "waiting" | "ready" | "running" | "succeeded" | "failed" | "skipped" | "cancelled";
            /** Summary */
            summary: string | null;
            /** Title */
            title: string;
        };
        /**
         * AnswerQuestion
         * @description Answer one of the clarifying questions; null takes an answer back.
         */
        AnswerQuestion: {
            /** Answer */
            answer: string | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "answer_question";
            /** Question */
            question: string;
        };
        /**
         * ApiKeyCreate
         * @description What a key may do, and until when; at most a year.
         */
        ApiKeyCreate: {
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Name */
            name: string;
            /** Scopes */
            scopes: components["schemas"]["Permission"][];
        };
        /**
         * ApiKeyMade
         * @description A new key; `key` is shown now and never again.
         */
        ApiKeyMade: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Expires At */
            expires_at: string | null;
            /** Hint */
            hint: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Key */
            key: string;
            /** Last Used At */
            last_used_at: string | null;
            /** Name */
            name: string;
            /** Retires At */
            retires_at: string | null;
            /** Scopes */
            scopes: string[];
            /**
             * State
             * @enum {string}
             */
            state: "active" | "rotating" | "revoked" | "expired";
        };
        /**
         * ApiKeyRead
         * @description A key without its secret; `hint` is how it begins.
         */
        ApiKeyRead: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Expires At */
            expires_at: string | null;
            /** Hint */
            hint: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Used At */
            last_used_at: string | null;
            /** Name */
            name: string;
            /** Retires At */
            retires_at: string | null;
            /** Scopes */
            scopes: string[];
            /**
             * State
             * @enum {string}
             */
            state: "active" | "rotating" | "revoked" | "expired";
        };
        /**
         * ApiKeyRotate
         * @description How long the old key works beside the new one.
         */
        ApiKeyRotate: {
            /**
             * Overlap Hours
             * @default 24
             */
            overlap_hours?: number;
        };
        /**
         * ApiKeys
         * @description All keys, and what a new one may be allowed at most.
         */
        ApiKeys: {
            /** Items */
            items: components["schemas"]["ApiKeyRead"][];
            /** Scopes */
            scopes: string[];
        };
        /**
         * ArchiveRead
         * @description An archive of a person's data; it can be downloaded from when it is `ready` until `expires_at`.
         */
        ArchiveRead: {
            /** Expires At */
            expires_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Size */
            size: number | null;
            /**
             * Status
             * @enum {string}
             */
            status: "under_way" | "ready" | "failed" | "expired";
        };
        /**
         * ArtifactRead
         * @description A document that can be made of an analysis.
         */
        ArtifactRead: {
            /** Formats */
            formats: string[];
            /** Name */
            name: string;
            /** Title */
            title: string;
        };
        /** AssignedTask */
        AssignedTask: {
            /**
             * Actor
             * @description Id of the actor who performs it; null when the description does not say.
             */
            actor: string | null;
            /** Confidence */
            confidence: number;
            duration: components["schemas"]["Duration"] | null;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            frequency: components["schemas"]["Frequency"] | null;
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /** Inputs */
            inputs: string[];
            /**
             * Label
             * @description Verb and object, as a diagram shows it: `Check invoice`.
             */
            label: string;
            /** Object */
            object: string | null;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** Outputs */
            outputs: string[];
            /**
             * Parent
             * @description Id of the task whose detail this one is, for sub-lists.
             */
            parent: string | null;
            /**
             * Section
             * @description Heading or swim-lane label it stands under.
             */
            section: string | null;
            /**
             * Type
             * @enum {string}
             */
            type: "user" | "service" | "manual" | "send" | "receive" | "rule";
            /**
             * Verb
             * @description Base form: `check`.
             */
            verb: string;
        };
        /**
         * AssigneeWanted
         * @description With an id, the name is that of the account, whatever is sent.
         */
        AssigneeWanted: {
            /** Id */
            id?: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "account" | "agent" | "role";
            /** Name */
            name: string;
        };
        /**
         * AssignTask
         * @description Give a task to an actor of the analysis, or to a new one by name; to nobody when both are null.
         */
        AssignTask: {
            /** Actor */
            actor?: string | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "assign_task";
            /** New Actor */
            new_actor?: string | null;
            /** Task */
            task: string;
        };
        /**
         * AttemptRead
         * @description One try at a step; `lost` when its worker fell silent.
         */
        AttemptRead: {
            /** Attempt */
            attempt: number;
            /** Ended At */
            ended_at: string | null;
            /** Error */
            error: string | null;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "running" | "succeeded" | "failed" | "parked" | "lost";
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
        };
        /** Attribute */
        Attribute: {
            /** Name */
            name: string;
            /** Personal */
            personal: boolean;
            /**
             * Type
             * @enum {string}
             */
            type: "text" | "number" | "money" | "date" | "boolean" | "reference" | "file" | "enum";
        };
        /**
         * AuditEntryRead
         * @description One act.
         */
        AuditEntryRead: {
            /** Action */
            action: string;
            actor: components["schemas"]["AuditPersonRead"] | null;
            /**
             * Actor Kind
             * @enum {string}
             */
            actor_kind: "person" | "key" | "nobody" | "installation";
            /** Details */
            details: {
                [key: string]: unknown;
            };
            /** Hash */
            hash: string;
            /**
             * Occurred At
             * Format: date-time
             */
            occurred_at: string;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "done" | "refused";
            /** Particulars */
            particulars: {
                [key: string]: unknown;
            } | null;
            /** Sequence */
            sequence: number;
            /** Subject */
            subject: string | null;
            /** Subject Kind */
            subject_kind: string | null;
            subject_person: components["schemas"]["AuditPersonRead"] | null;
        };
        /**
         * AuditFilters
         * @description What the entries of this organization can be filtered by.
         */
        AuditFilters: {
            /** Actions */
            actions: string[];
            /** People */
            people: components["schemas"]["AuditPersonRead"][];
            /** Retention Days */
            retention_days: number | null;
        };
        /**
         * AuditPage
         * @description One page of entries, newest first.
         */
        AuditPage: {
            /** Items */
            items: components["schemas"]["AuditEntryRead"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * AuditPersonRead
         * @description A person of the audit. Without `account_id` they were erased: only that it was the same one is still known.
         */
        AuditPersonRead: {
            /** Account Id */
            account_id: string | null;
            /** Email */
            email: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string | null;
        };
        /**
         * Authorization
         * @description What a program asks, as its address said it, and what the person decided.
         */
        Authorization: {
            /** Decision */
            decision?: ("allow" | "deny") | null;
            /** Query */
            query: {
                [key: string]: string[];
            };
        };
        /**
         * AuthorizationRead
         * @description Where the browser goes; or what the person is asked, by which program; or that they prove themselves again.
         */
        AuthorizationRead: {
            /** Client Host */
            client_host: string | null;
            /** Client Name */
            client_name: string | null;
            /** Location */
            location: string | null;
            /** Scopes */
            scopes: string[];
            /** Sign In Again */
            sign_in_again: boolean;
        };
        /** AutomationReport */
        AutomationReport: {
            /** Assumptions */
            assumptions: components["schemas"]["Figure"][];
            /** @description For the whole process. */
            roi: components["schemas"]["Roi"] | null;
            /**
             * Score
             * @description Mean over all tasks; 0 without tasks.
             */
            score: number;
            /** Tasks */
            tasks: components["schemas"]["TaskAutomation"][];
        };
        /**
         * Base
         * @description The revision that the author of the request saw.
         */
        Base: {
            /** Base */
            base: number;
        };
        /**
         * BoardTask
         * @description What became of a build task on the board.
         */
        BoardTask: {
            /** Build Task Id */
            build_task_id: string;
            /** Number */
            number: number;
            /**
             * Status
             * @enum {string}
             */
            status: "open" | "in_progress" | "blocked" | "done" | "cancelled";
            /**
             * Task Id
             * Format: uuid
             */
            task_id: string;
        };
        /**
         * Budget
         * @description The limits of one agent run; those that it hands work to take from the same tokens and cost.
         */
        Budget: {
            /** Cost Usd */
            cost_usd?: number | string | null;
            /**
             * Depth
             * @default 3
             */
            depth?: number;
            /**
             * Seconds
             * @default 3600
             */
            seconds?: number;
            /**
             * Tokens
             * @default 2000000
             */
            tokens?: number;
            /**
             * Turns
             * @default 100
             */
            turns?: number;
        };
        /**
         * BudgetGiven
         * @description Limits of an agent run; what is left out has its default, or stays as it is.
         */
        BudgetGiven: {
            /** Cost Usd */
            cost_usd?: number | string | null;
            /** Depth */
            depth?: number | null;
            /** Seconds */
            seconds?: number | null;
            /** Tokens */
            tokens?: number | null;
            /** Turns */
            turns?: number | null;
        };
        /**
         * BuildTask
         * @description A piece of implementation work, ready for the project's board.
         */
        BuildTask: {
            /** Acceptance */
            acceptance: string[];
            assignee: components["schemas"]["coditect__workflows__analysis__technical__Assignee"];
            /** Confidence */
            confidence: number;
            /**
             * Depends On
             * @description Ids of build tasks that come first.
             */
            depends_on: string[];
            /** Description */
            description: string;
            estimate: components["schemas"]["coditect__workflows__analysis__technical__Estimate"];
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /**
             * Priority
             * @enum {string}
             */
            priority: "low" | "medium" | "high";
            /** Source Task */
            source_task: string | null;
            /** Title */
            title: string;
        };
        /**
         * BulkChange
         * @description What many tasks get alike; fields that are left out stay as they are.
         */
        BulkChange: {
            /** Add Labels */
            add_labels?: string[];
            assignee?: components["schemas"]["AssigneeWanted"] | null;
            /** Due On */
            due_on?: string | null;
            estimate?: components["schemas"]["EstimateWanted"] | null;
            /** Priority */
            priority?: ("low" | "medium" | "high") | null;
            /** Reason */
            reason?: string | null;
            /** Remove Labels */
            remove_labels?: string[];
            /** Starts On */
            starts_on?: string | null;
            /** Status */
            status?: ("open" | "in_progress" | "blocked" | "done" | "cancelled") | null;
        };
        /**
         * BulkEdit
         * @description All of `ids` are changed, or none.
         */
        BulkEdit: {
            change: components["schemas"]["BulkChange"];
            /** Ids */
            ids: string[];
            /** Versions */
            versions?: {
                [key: string]: number;
            };
        };
        /** ByLink */
        ByLink: {
            /** Token */
            token: string;
        };
        /**
         * CallAnswer
         * @description The answer to a question.
         */
        CallAnswer: {
            /** Text */
            text: string;
        };
        /**
         * CallLeave
         * @description Leave for a call; `from_now_on` is the mode in which the agent goes on, so that it asks less.
         */
        CallLeave: {
            /** From Now On */
            from_now_on?: ("plan" | "ask" | "accept_edits" | "autonomous") | null;
        };
        /**
         * CallRefusal
         * @description Why a call is refused, for the agent.
         */
        CallRefusal: {
            /**
             * Why
             * @default
             */
            why?: string;
        };
        /**
         * ChainRead
         * @description Whether the chain holds; `broken_at` is the first entry that does not fit, and `fault` says why.
         */
        ChainRead: {
            /** Broken At */
            broken_at: number | null;
            /** Entries */
            entries: number;
            /** Fault */
            fault: string | null;
            /** Intact */
            intact: boolean;
            /** Last Hash */
            last_hash: string;
            /** Last Sequence */
            last_sequence: number;
        };
        /**
         * Change
         * @description One step from the process as it is to the process as it could be.
         */
        Change: {
            /** Confidence */
            confidence: number;
            /** Effect */
            effect: string;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "eliminate" | "merge" | "parallelise" | "automate";
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** Rationale */
            rationale: string;
            /** Tasks */
            tasks: string[];
        };
        /** StepRead */
        coditect__orchestration__schemas__StepRead: {
            /** Attempt */
            attempt: number;
            /** Error */
            error: string | null;
            /** Finished At */
            finished_at: string | null;
            /** Handler */
            handler: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Key */
            key: string;
            /** Needs */
            needs: string[];
            /** Output */
            output: {
                [key: string]: unknown;
            } | null;
            /** Started At */
            started_at: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "waiting" | "ready" | "held" | "running" | "parked" | "succeeded" | "dead_letter" | "skipped" | "cancelled";
        };
        /** StepRead */
        coditect__organizations__first_steps__StepRead: {
            /** Done */
            done: boolean;
            /**
             * Key
             * @enum {string}
             */
            key: "email" | "project" | "analysis" | "tasks" | "task_done";
        };
        /** Mention */
        coditect__projects__editing__Mention: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Name */
            name: string;
        };
        /** Actor */
        coditect__projects__schemas__Actor: {
            /** Id */
            id: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "account" | "agent" | "system";
            /** Name */
            name: string;
        };
        /**
         * Assignee
         * @description Who is to do a task: a person or an agent of this platform, or a role that somebody has.
         */
        coditect__projects__schemas__Assignee: {
            /** Id */
            id?: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "account" | "agent" | "role";
            /** Name */
            name: string;
        };
        /** Estimate */
        coditect__projects__schemas__Estimate: {
            /** High Hours */
            high_hours: number;
            /** Low Hours */
            low_hours: number;
        };
        /** Actor */
        coditect__workflows__analysis__actors__Actor: {
            /** Aliases */
            aliases: string[];
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "role" | "department" | "system" | "external";
            /** Name */
            name: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
        };
        /**
         * Mention
         * @description A stretch of the description that names an element of the process.
         */
        coditect__workflows__analysis__document__Mention: {
            /** End */
            end: number;
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "activity" | "actor" | "object" | "xor" | "and" | "condition" | "further";
            /** Start */
            start: number;
            /** Text */
            text: string;
        };
        /**
         * Assignee
         * @description Who should take a build task: an agent by name, or a human role.
         */
        coditect__workflows__analysis__technical__Assignee: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "agent" | "role";
            /** Name */
            name: string;
        };
        /** Estimate */
        coditect__workflows__analysis__technical__Estimate: {
            /** High Hours */
            high_hours: number;
            /** Low Hours */
            low_hours: number;
        };
        /** Comment */
        Comment: {
            author: components["schemas"]["coditect__projects__schemas__Actor"];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Deleted At */
            deleted_at: string | null;
            /** Edited At */
            edited_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Mentions */
            mentions: components["schemas"]["coditect__projects__editing__Mention"][];
            /**
             * Task Id
             * Format: uuid
             */
            task_id: string;
            /** Text */
            text: string;
        };
        /** CommentWrite */
        CommentWrite: {
            /** Mentions */
            mentions?: string[] | null;
            /** Text */
            text: string;
        };
        /** Comparison */
        Comparison: {
            /** Differences */
            differences: components["schemas"]["Difference"][];
        };
        /** Completeness */
        Completeness: {
            /** Missing */
            missing: string[];
            /** Percent */
            percent: number;
        };
        /** Complexity */
        Complexity: {
            /**
             * Level
             * @enum {string}
             */
            level: "low" | "medium" | "high";
            /** Reasons */
            reasons: string[];
        };
        /** ConfirmCode */
        ConfirmCode: {
            /** Code */
            code: string;
        };
        /**
         * Conflict
         * @description Two analysts disagreed; how it was settled.
         */
        Conflict: {
            /** Analysts */
            analysts: string[];
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** Resolution */
            resolution: string;
            /** Text */
            text: string;
        };
        /**
         * ConflictRead
         * @description A file in conflict: as the project has it, as the agent left it, and both with marks; None for no text to show.
         */
        ConflictRead: {
            /** Agent */
            agent: string | null;
            /** Merged */
            merged: string | null;
            /** Path */
            path: string;
            /** Project */
            project: string | null;
        };
        /**
         * Conflicts
         * @description Every file in conflict.
         */
        Conflicts: {
            /** Items */
            items: components["schemas"]["ConflictRead"][];
        };
        /** Connect */
        Connect: {
            /**
             * Next
             * @default /settings?tab=connections
             */
            next?: string;
        };
        /** ConsentRead */
        ConsentRead: {
            /** Client Id */
            client_id: string;
            /** Given At */
            given_at: string;
            /** Name */
            name: string;
            /** Scopes */
            scopes: string[];
        };
        /** Consents */
        Consents: {
            /** Items */
            items: components["schemas"]["ConsentRead"][];
        };
        /**
         * ConversationRead
         * @description A conversation of a project with agents; `turns` counts its agent runs.
         */
        ConversationRead: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Project Id
             * Format: uuid
             */
            project_id: string;
            /** Title */
            title: string;
            /** Turns */
            turns: number;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * ConversationTitle
         * @description What a conversation is called.
         */
        ConversationTitle: {
            /** Title */
            title: string;
        };
        /**
         * Coverage
         * @description How much of the description the analysis accounts for.
         */
        Coverage: {
            /** Percent */
            percent: number;
            /** Sentences */
            sentences: number;
            /**
             * Uncovered
             * @description Sentences from which nothing was taken.
             */
            uncovered: components["schemas"]["Span"][];
        };
        /** CustomRoleName */
        CustomRoleName: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * CustomRoleRead
         * @description One of the organization's own roles, how many members have it, and whether you may give it.
         */
        CustomRoleRead: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Member Count */
            member_count: number;
            /** Name */
            name: string;
            /** Permissions */
            permissions: components["schemas"]["Permission"][];
            /** Yours To Give */
            yours_to_give: boolean;
        };
        /** CustomRoles */
        CustomRoles: {
            /** Items */
            items: components["schemas"]["CustomRoleRead"][];
        };
        /**
         * CustomRoleWrite
         * @description All of a role; reading is part of each.
         */
        CustomRoleWrite: {
            /** Name */
            name: string;
            /** Permissions */
            permissions: components["schemas"]["Permission"][];
        };
        /**
         * CycleTime
         * @description Only given when the description states durations.
         */
        CycleTime: {
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /** Minutes */
            minutes: number;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** Path */
            path: string[];
            /** Tasks Without Duration */
            tasks_without_duration: number;
        };
        /** DataEntity */
        DataEntity: {
            /** Attributes */
            attributes: components["schemas"]["Attribute"][];
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /** Name */
            name: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
        };
        /**
         * DeadLetterRead
         * @description A step that ran out of tries and waits for a person.
         */
        DeadLetterRead: {
            /** Died At */
            died_at: string | null;
            /** Error */
            error: string | null;
            /** Failures */
            failures: number;
            /** Handler */
            handler: string;
            /** Key */
            key: string;
            /** Kind */
            kind: string;
            /**
             * Run Id
             * Format: uuid
             */
            run_id: string;
            /**
             * Step Id
             * Format: uuid
             */
            step_id: string;
        };
        /** Deadline */
        Deadline: {
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /** Minutes */
            minutes: number | null;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** Task */
            task: string | null;
            /** Text */
            text: string;
        };
        /** DecisionPoint */
        DecisionPoint: {
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /** Gateway */
            gateway: string;
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /** Options */
            options: string[];
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** Question */
            question: string;
        };
        /** Decomposition */
        Decomposition: {
            /**
             * Critical Path
             * @description Task ids on the longest path from start to end.
             */
            critical_path: string[];
            /** Events */
            events: components["schemas"]["Event"][];
            /** Exceptions */
            exceptions: components["schemas"]["ExceptionPath"][];
            /** Flows */
            flows: components["schemas"]["Flow"][];
            /** Gateways */
            gateways: components["schemas"]["Gateway"][];
            /** Parallel Groups */
            parallel_groups: components["schemas"]["ParallelGroup"][];
            /** Tasks */
            tasks: components["schemas"]["ProcessTask"][];
        };
        /** DeletionPreview */
        DeletionPreview: {
            /** Organizations */
            organizations: components["schemas"]["OrganizationAfter"][];
        };
        /**
         * DeletionRead
         * @description The account is signed out and unnamed; a run erases what it leaves.
         */
        DeletionRead: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /** Design */
        Design: {
            as_is: components["schemas"]["ProcessGraph"];
            /** Changes */
            changes: components["schemas"]["Change"][];
            to_be: components["schemas"]["ProcessGraph"];
        };
        /**
         * Device
         * @description A device that asks to be let in.
         */
        Device: {
            /** Address */
            address: string;
            /** Created At */
            created_at: string;
            /** Device */
            device: string;
            /** Expires At */
            expires_at: string;
        };
        /** DeviceDecision */
        DeviceDecision: {
            /** Code */
            code: string;
            /** Decision */
            decision?: ("allow" | "deny") | null;
        };
        /**
         * Difference
         * @description One node or actor that was added, removed or changed; `before` and `after` are words, null where there are none.
         */
        Difference: {
            /** After */
            after: string | null;
            /** Before */
            before: string | null;
            /** Field */
            field: ("name" | "actor" | "type" | "kind" | "order" | "question") | null;
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "added" | "removed" | "changed";
            /** Name */
            name: string;
            /**
             * What
             * @enum {string}
             */
            what: "task" | "actor" | "gateway" | "event" | "flow";
        };
        /**
         * DomainChange
         * @description Who may join by an address of the domain, and as what.
         */
        DomainChange: {
            /**
             * Joining
             * @enum {string}
             */
            joining: "nobody" | "on_request" | "automatic";
            /**
             * Role
             * @enum {string}
             */
            role: "developer" | "analyst" | "viewer";
        };
        /** DomainCreate */
        DomainCreate: {
            /** Name */
            name: string;
        };
        /**
         * DomainRead
         * @description A domain, and the TXT record that proves who owns it.
         */
        DomainRead: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Joining
             * @enum {string}
             */
            joining: "nobody" | "on_request" | "automatic";
            /** Name */
            name: string;
            /** Record Name */
            record_name: string;
            /** Record Value */
            record_value: string;
            /**
             * Role
             * @enum {string}
             */
            role: "developer" | "analyst" | "viewer";
            /** Verified At */
            verified_at: string | null;
        };
        /** Domains */
        Domains: {
            /** Items */
            items: components["schemas"]["DomainRead"][];
        };
        /** Duration */
        Duration: {
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Meaning
             * @description Time spent working, time spent waiting, or a time limit.
             * @enum {string}
             */
            meaning: "work" | "wait" | "limit";
            /** Minutes */
            minutes: number;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** Text */
            text: string;
        };
        /**
         * EditLog
         * @description All edits of a workflow, oldest first; `revision` is the base of the next one.
         */
        EditLog: {
            /** Items */
            items: components["schemas"]["EditRead"][];
            /** Revision */
            revision: number;
        };
        /**
         * EditRead
         * @description One edit; `words` says what the ids in the operation were called when it was made.
         */
        EditRead: {
            /** Author */
            author: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Operation */
            operation: components["schemas"]["RenameTask"] | components["schemas"]["RemoveTask"] | components["schemas"]["MergeTasks"] | components["schemas"]["MoveTask"] | components["schemas"]["AssignTask"] | components["schemas"]["SetTaskType"] | components["schemas"]["RenameActor"] | components["schemas"]["MergeActors"] | components["schemas"]["SetActorKind"] | components["schemas"]["AnswerQuestion"] | components["schemas"]["SetFigure"];
            /**
             * State
             * @enum {string}
             */
            state: "applied" | "undone" | "lapsed";
            /** Why */
            why: string | null;
            /** Words */
            words: {
                [key: string]: string;
            };
        };
        /**
         * Elsewhere
         * @description Where the browser goes now.
         */
        Elsewhere: {
            /** Location */
            location: string;
        };
        /** EmailChange */
        EmailChange: {
            /**
             * Email
             * Format: email
             */
            email: string;
        };
        /** Endpoint */
        Endpoint: {
            /** Confidence */
            confidence: number;
            /** Entity */
            entity: string | null;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Method
             * @enum {string}
             */
            method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** Path */
            path: string;
            /** Purpose */
            purpose: string;
            /** Task */
            task: string | null;
        };
        /** EstimateWanted */
        EstimateWanted: {
            /** High Hours */
            high_hours: number;
            /** Low Hours */
            low_hours: number;
        };
        /** Event */
        Event: {
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "start" | "intermediate" | "end";
            /** Label */
            label: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /**
             * Trigger
             * @enum {string}
             */
            trigger: "none" | "message" | "timer" | "error";
        };
        /** ExceptionHandler */
        ExceptionHandler: {
            /** Condition */
            condition: string;
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** Tasks */
            tasks: string[];
        };
        /**
         * ExceptionPath
         * @description What may go wrong and what is done then.
         */
        ExceptionPath: {
            /** Condition */
            condition: string;
            /** Confidence */
            confidence: number;
            /** Ends Process */
            ends_process: boolean;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** Tasks */
            tasks: string[];
        };
        /**
         * FactorAdded
         * @description The recovery codes come with the first factor, and never again.
         */
        FactorAdded: {
            /** Recovery Codes */
            recovery_codes: string[] | null;
        };
        /** FactorRead */
        FactorRead: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Hint */
            hint: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "totp" | "email" | "sms";
            /** Last Used At */
            last_used_at: string | null;
        };
        /**
         * FaultRead
         * @description One thing wrong with a text, and how to mend it; `line` is None when no single line is to blame.
         */
        FaultRead: {
            /** Line */
            line: number | null;
            /** Mend */
            mend: string;
            /** Message */
            message: string;
        };
        /** Faults */
        Faults: {
            /** Faults */
            faults: components["schemas"]["FaultRead"][];
        };
        /**
         * FieldChange
         * @description One field of a task, from what to what, as the interface shows it.
         */
        FieldChange: {
            /** After */
            after: unknown;
            /** Before */
            before: unknown;
            /**
             * Field
             * @enum {string}
             */
            field: "status" | "position" | "title" | "description" | "priority" | "acceptance" | "labels" | "estimate" | "assignee" | "starts_on" | "due_on" | "depends_on";
        };
        /**
         * Figure
         * @description A number as stated, in a unit: 40 `cases/year`, 12 `minutes`, 55 `EUR/hour`.
         */
        Figure: {
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /**
             * Text
             * @description The words it was read from, or the assumption in words.
             */
            text: string;
            /** Unit */
            unit: string;
            /** Value */
            value: number;
        };
        /**
         * FileChangeRead
         * @description What a call did to one file, and whether a person took it back.
         */
        FileChangeRead: {
            /** After */
            after?: string | null;
            /** Before */
            before: string | null;
            /** Diff */
            diff: string;
            /** Path */
            path: string;
            /** Undone At */
            undone_at: string | null;
            /** Undone By */
            undone_by: string | null;
        };
        /**
         * FileText
         * @description The text of a file, for a person to look through before it is analysed.
         */
        FileText: {
            /** Description */
            description: string;
            /** Title */
            title: string;
        };
        /**
         * Finding
         * @description A weakness and where it sits.
         */
        Finding: {
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** Tasks */
            tasks: string[];
            /** Text */
            text: string;
        };
        /** Flag */
        Flag: {
            /**
             * Code
             * @enum {string}
             */
            code: "empty" | "binary" | "not_english" | "instructions_in_text" | "no_process_found" | "analyst_failed" | "model_failed" | "truncated";
            /** Evidence */
            evidence: components["schemas"]["Span"][];
            /** Message */
            message: string;
        };
        /**
         * Flow
         * @description An arrow between two nodes: tasks, gateways or events, by id.
         */
        Flow: {
            /** Condition */
            condition: string | null;
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /** From */
            from: string;
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** To */
            to: string;
        };
        /** ForgotPassword */
        ForgotPassword: {
            /**
             * Email
             * Format: email
             */
            email: string;
        };
        /**
         * Found
         * @description Something that fits; `state` is what a list would show beside its title.
         */
        Found: {
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "project" | "task" | "workflow" | "run" | "agent";
            /** Number */
            number: number | null;
            /** Path */
            path: string;
            /** Project Id */
            project_id: string | null;
            /** Project Name */
            project_name: string | null;
            /** State */
            state: string | null;
            /** Title */
            title: string;
        };
        /** Frequency */
        Frequency: {
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** Per Year */
            per_year: number | null;
            /** Text */
            text: string;
        };
        /** Gateway */
        Gateway: {
            /** Confidence */
            confidence: number;
            /**
             * Direction
             * @enum {string}
             */
            direction: "split" | "join";
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "xor" | "and" | "loop";
            /**
             * Label
             * @description The question asked at a split: `Invoice correct?`.
             */
            label: string | null;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /**
             * Partner
             * @description Id of the gateway that closes or opens this one.
             */
            partner: string | null;
        };
        /**
         * GoOn
         * @description New limits for an agent run that rests; left out, the old ones stay.
         */
        GoOn: {
            budget?: components["schemas"]["BudgetGiven"];
        };
        /**
         * GuidelineCheck
         * @description One of the seven process modelling guidelines (7PMG), G1 to G7.
         */
        GuidelineCheck: {
            /** Finding */
            finding: string;
            /**
             * Guideline
             * @enum {string}
             */
            guideline: "G1" | "G2" | "G3" | "G4" | "G5" | "G6" | "G7";
            /** Passed */
            passed: boolean;
            /** Title */
            title: string;
        };
        /**
         * Handoff
         * @description Work goes from one actor to another, by id.
         */
        Handoff: {
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /** From Actor */
            from_actor: string;
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** To Actor */
            to_actor: string;
            /** What */
            what: string;
        };
        /**
         * Identities
         * @description What is connected, and whether the account has a password too.
         */
        Identities: {
            /** Has Password */
            has_password: boolean;
            /** Items */
            items: components["schemas"]["IdentityRead"][];
        };
        /**
         * IdentityRead
         * @description Who you are elsewhere, as the provider last said.
         */
        IdentityRead: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Email */
            email: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Last Used At
             * Format: date-time
             */
            last_used_at: string;
            /** Provider */
            provider: string;
        };
        /**
         * Instance
         * @description How this installation presents itself.
         */
        Instance: {
            /** Accent */
            accent: string | null;
            /** Dev Mailbox */
            dev_mailbox: boolean;
            /** Logo Url */
            logo_url: string | null;
            model: components["schemas"]["ModelInUse"];
            /** Name */
            name: string;
            /** Sender */
            sender: string;
            /** Support Email */
            support_email: string | null;
            /** Version */
            version: string;
        };
        /** Integration */
        Integration: {
            /** Confidence */
            confidence: number;
            /** Data */
            data: string[];
            /**
             * Direction
             * @enum {string}
             */
            direction: "in" | "out" | "both";
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** System */
            system: string;
        };
        /**
         * Interaction
         * @description Two actors deal with each other: one sends, informs, asks.
         */
        Interaction: {
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /** From Actor */
            from_actor: string;
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** To Actor */
            to_actor: string;
            /** Verb */
            verb: string;
            /** What */
            what: string | null;
        };
        /** InvitationCreate */
        InvitationCreate: {
            /**
             * Email
             * Format: email
             */
            email: string;
            /**
             * Role
             * @enum {string}
             */
            role: "owner" | "admin" | "developer" | "analyst" | "billing" | "viewer";
        };
        /**
         * InvitationRead
         * @description An open invitation; one that has expired can be sent again.
         */
        InvitationRead: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Email */
            email: string;
            /** Expired */
            expired: boolean;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Invited By */
            invited_by: string;
            /**
             * Role
             * @enum {string}
             */
            role: "owner" | "admin" | "developer" | "analyst" | "billing" | "viewer";
        };
        /**
         * Invitations
         * @description All open invitations, and the roles that you may invite to.
         */
        Invitations: {
            /** Items */
            items: components["schemas"]["InvitationRead"][];
            /** Roles */
            roles: ("owner" | "admin" | "developer" | "analyst" | "billing" | "viewer")[];
        };
        /**
         * InvitationSeen
         * @description What the link of a mail tells whoever opens it; nothing about whether the address has an account.
         */
        InvitationSeen: {
            /** Email */
            email: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Invited By */
            invited_by: string;
            /** Organization Name */
            organization_name: string;
            /**
             * Role
             * @enum {string}
             */
            role: "owner" | "admin" | "developer" | "analyst" | "billing" | "viewer";
        };
        /** InvitationToken */
        InvitationToken: {
            /** Token */
            token: string;
        };
        /**
         * Joinable
         * @description An organization that one may join without being invited.
         */
        Joinable: {
            /** Name */
            name: string;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: string;
            /**
             * Role
             * @enum {string}
             */
            role: "developer" | "analyst" | "viewer";
        };
        /** JoinableOrganizations */
        JoinableOrganizations: {
            /** Items */
            items: components["schemas"]["Joinable"][];
        };
        /** Joined */
        Joined: {
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: string;
            /**
             * Role
             * @enum {string}
             */
            role: "owner" | "admin" | "developer" | "analyst" | "billing" | "viewer";
        };
        /** Joining */
        Joining: {
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: string;
        };
        /** KindChange */
        KindChange: {
            /** Wanted */
            wanted: boolean;
        };
        /** KindSetting */
        KindSetting: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "analysis_finished" | "analysis_failed" | "task_assigned" | "mentioned" | "commented" | "dead_letter";
            /** Wanted */
            wanted: boolean;
        };
        /** Lane */
        Lane: {
            /**
             * Actor
             * @description Null for the lane of tasks whose actor is not stated.
             */
            actor: string | null;
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * Link
         * @description A cross-link between outputs: task to actor, requirement to technology, score to return.
         */
        Link: {
            /** From */
            from: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "task_actor" | "requirement_technology" | "score_roi";
            /** To */
            to: string;
        };
        /** Login */
        Login: {
            /**
             * Email
             * Format: email
             */
            email: string;
            /**
             * Password
             * Format: password
             */
            password: string;
        };
        /** MailRead */
        MailRead: {
            /** Html */
            html: string;
            /** Id */
            id: string;
            /** Links */
            links: string[];
            /**
             * Sent At
             * Format: date-time
             */
            sent_at: string;
            /** Subject */
            subject: string;
            /** Text */
            text: string;
            /** To */
            to: string;
        };
        /** MailSummary */
        MailSummary: {
            /** Id */
            id: string;
            /**
             * Sent At
             * Format: date-time
             */
            sent_at: string;
            /** Subject */
            subject: string;
            /** To */
            to: string;
        };
        /**
         * MarkRead
         * @description Which to mark as read; without `ids` all of them.
         */
        MarkRead: {
            /** Ids */
            ids?: string[] | null;
            /**
             * Unread
             * @default false
             */
            unread?: boolean;
        };
        /**
         * McpServerApproval
         * @description Leave for exactly what was looked at: `digest` is that of the server as it was shown.
         */
        McpServerApproval: {
            /** Digest */
            digest: string;
            /**
             * Every Agent
             * @default false
             */
            every_agent?: boolean;
            /** Tools */
            tools?: string[] | null;
        };
        /**
         * McpServerRead
         * @description A server of a project; no value of a secret comes out.
         */
        McpServerRead: {
            /** Approved At */
            approved_at: string | null;
            /** Approved By */
            approved_by: string | null;
            /** Command */
            command: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Digest */
            digest: string | null;
            /** Every Agent */
            every_agent: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Output Characters */
            output_characters: number;
            /** Seconds */
            seconds: number;
            /** Secret Names */
            secret_names: string[];
            /**
             * State
             * @enum {string}
             */
            state: "new" | "waiting" | "approved" | "changed";
            /** Tools */
            tools: components["schemas"]["McpToolRead"][];
            /**
             * Transport
             * @enum {string}
             */
            transport: "stdio" | "http";
            /** Url */
            url: string | null;
        };
        /**
         * McpServerWrite
         * @description How a server is reached: by `command`, in the sandbox, or by `url`. `secrets` are variables or headers.
         *
         *     A secret that is left out although it stood there before keeps its value; with another command or address all are
         *     to be given anew.
         */
        McpServerWrite: {
            /** Command */
            command?: string[];
            /** Name */
            name: string;
            /**
             * Output Characters
             * @default 30000
             */
            output_characters?: number;
            /**
             * Seconds
             * @default 60
             */
            seconds?: number;
            /** Secrets */
            secrets?: {
                [key: string]: string | null;
            };
            /**
             * Transport
             * @enum {string}
             */
            transport: "stdio" | "http";
            /** Url */
            url?: string | null;
        };
        /**
         * McpToolRead
         * @description A tool as its server describes it: text from outside.
         */
        McpToolRead: {
            /** Allowed */
            allowed: boolean;
            /** Description */
            description: string;
            /** Name */
            name: string;
            /** Offered As */
            offered_as: string | null;
        };
        /** Me */
        Me: {
            account: components["schemas"]["AccountRead"];
            /**
             * Active Organization Id
             * Format: uuid
             */
            active_organization_id: string;
            /** Custom Role */
            custom_role: string | null;
            /** Organizations */
            organizations: components["schemas"]["OrganizationRead"][];
            /** Permissions */
            permissions: components["schemas"]["Permission"][];
        };
        /**
         * MeasureUsage
         * @description What an organization has used of one measure; `limit` is None where nothing binds it.
         */
        MeasureUsage: {
            /**
             * Level
             * @enum {string}
             */
            level: "normal" | "warning" | "reached";
            /** Limit */
            limit: number | null;
            /**
             * Measure
             * @enum {string}
             */
            measure: "projects" | "members" | "storage_bytes" | "analyses" | "model_tokens";
            /**
             * Period
             * @enum {string}
             */
            period: "month" | "standing";
            /** Reserved */
            reserved: number;
            /** Resets At */
            resets_at: string | null;
            /** Used */
            used: number;
        };
        /** MemberRead */
        MemberRead: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            custom_role: components["schemas"]["CustomRoleName"] | null;
            /** Email */
            email: string;
            /** Name */
            name: string;
            /**
             * Role
             * @enum {string}
             */
            role: "owner" | "admin" | "developer" | "analyst" | "billing" | "viewer";
            /**
             * Since
             * Format: date-time
             */
            since: string;
        };
        /**
         * Members
         * @description All members by name, and the table of roles.
         */
        Members: {
            /** Items */
            items: components["schemas"]["MemberRead"][];
            /** Roles */
            roles: components["schemas"]["RoleRead"][];
        };
        /**
         * MergeActors
         * @description Let `actor` go into `into`, with all that it does.
         */
        MergeActors: {
            /** Actor */
            actor: string;
            /** Into */
            into: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "merge_actors";
        };
        /**
         * MergeTasks
         * @description Make one task of several: the first keeps its place and its actor, the others go into it.
         */
        MergeTasks: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "merge_tasks";
            /** Label */
            label: string;
            /** Tasks */
            tasks: string[];
        };
        /** MfaSend */
        MfaSend: {
            /**
             * Method
             * @description email or sms
             * @enum {string}
             */
            method: "passkey" | "totp" | "sms" | "email" | "recovery_code";
            /** Mfa Token */
            mfa_token: string;
        };
        /** MfaToken */
        MfaToken: {
            /** Mfa Token */
            mfa_token: string;
        };
        /**
         * MfaVerify
         * @description A code, or the answer of a passkey; `method` says which code it is where several fit.
         */
        MfaVerify: {
            /** Code */
            code?: string | null;
            /** Credential */
            credential?: {
                [key: string]: unknown;
            } | null;
            /** Method */
            method?: ("passkey" | "totp" | "sms" | "email" | "recovery_code") | null;
            /** Mfa Token */
            mfa_token: string;
        };
        /** ModelInUse */
        ModelInUse: {
            /** Configured */
            configured: boolean;
            /** Provider */
            provider: string | null;
        };
        /**
         * ModelSettingsRead
         * @description Which model answers; `source` says who set it up, or that the built-in rules answer.
         */
        ModelSettingsRead: {
            /** Base Url */
            base_url: string | null;
            /** Has Key */
            has_key: boolean;
            /** Model */
            model: string | null;
            /** Provider */
            provider: ("anthropic" | "openai") | null;
            /**
             * Source
             * @enum {string}
             */
            source: "organization" | "installation" | "rules";
        };
        /**
         * ModelSettingsWrite
         * @description `api_key` is never answered again; left out, the key given for the same provider and address stays.
         */
        ModelSettingsWrite: {
            /** Api Key */
            api_key?: string | null;
            /** Base Url */
            base_url?: string | null;
            /** Model */
            model: string;
            /**
             * Provider
             * @enum {string}
             */
            provider: "anthropic" | "openai";
        };
        /**
         * ModelTrial
         * @description How one real question to a model went; `code` and `message` say what was wrong, None when all is well.
         */
        ModelTrial: {
            /** Code */
            code: string | null;
            /** Message */
            message: string | null;
            /** Milliseconds */
            milliseconds: number;
            /** Model */
            model: string | null;
            /** Ok */
            ok: boolean;
        };
        /**
         * MoveTask
         * @description Let a task follow another node: a task, a gateway or an event.
         */
        MoveTask: {
            /** After */
            after: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "move_task";
            /** Task */
            task: string;
        };
        /**
         * NewAgentRun
         * @description Work for an agent. It works in a worktree of the project's repository and in a sandbox.
         */
        NewAgentRun: {
            budget?: components["schemas"]["BudgetGiven"] | null;
            /** Conversation Id */
            conversation_id?: string | null;
            /**
             * Mode
             * @default autonomous
             * @enum {string}
             */
            mode?: "plan" | "ask" | "accept_edits" | "autonomous";
            /**
             * Project Id
             * Format: uuid
             */
            project_id: string;
            /** Request */
            request: string;
        };
        /**
         * NewEdits
         * @description Operations to carry out together, on the revision that their author saw.
         */
        NewEdits: {
            /** Base */
            base: number;
            /** Operations */
            operations: (components["schemas"]["RenameTask"] | components["schemas"]["RemoveTask"] | components["schemas"]["MergeTasks"] | components["schemas"]["MoveTask"] | components["schemas"]["AssignTask"] | components["schemas"]["SetTaskType"] | components["schemas"]["RenameActor"] | components["schemas"]["MergeActors"] | components["schemas"]["SetActorKind"] | components["schemas"]["AnswerQuestion"] | components["schemas"]["SetFigure"])[];
        };
        /** NewPasskey */
        NewPasskey: {
            /**
             * Credential
             * @description PublicKeyCredential.toJSON()
             */
            credential: {
                [key: string]: unknown;
            };
            /** Name */
            name: string;
            /** Token */
            token: string;
        };
        /** NewPassword */
        NewPassword: {
            /**
             * Password
             * Format: password
             */
            password: string;
        };
        /**
         * NewWorkflow
         * @description A description of how work is done today, in plain text.
         */
        NewWorkflow: {
            /** Description */
            description: string;
            /** Domain */
            domain?: ("software" | "manufacturing" | "healthcare" | "finance" | "general") | null;
            /**
             * Project Id
             * Format: uuid
             */
            project_id: string;
            /** Title */
            title?: string | null;
        };
        /** Node */
        Node: {
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "task" | "gateway" | "event" | "subprocess";
            /** Label */
            label: string;
            /** Lane */
            lane: string;
            /**
             * Ref
             * @description Id of the task, gateway or event of the decomposition; null for what is new.
             */
            ref: string | null;
        };
        /** NotificationPage */
        NotificationPage: {
            /** Items */
            items: components["schemas"]["NotificationRead"][];
            /** Next Cursor */
            next_cursor: string | null;
            /** Unread */
            unread: number;
        };
        /**
         * NotificationRead
         * @description Something one person should know of; `kind` and `data` make the sentence, `path` is where to look.
         */
        NotificationRead: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Data */
            data: {
                [key: string]: unknown;
            };
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "analysis_finished" | "analysis_failed" | "task_assigned" | "mentioned" | "commented" | "dead_letter";
            /** Path */
            path: string;
            /** Read At */
            read_at: string | null;
            /** Title */
            title: string;
        };
        /** NotificationSettings */
        NotificationSettings: {
            /** Kinds */
            kinds: components["schemas"]["KindSetting"][];
        };
        /** Onboarding */
        Onboarding: {
            /** Dismissed */
            dismissed: boolean;
            /** Steps */
            steps: components["schemas"]["coditect__organizations__first_steps__StepRead"][];
        };
        /** OnboardingChange */
        OnboardingChange: {
            /** Dismissed */
            dismissed: boolean;
        };
        /**
         * OrganizationAfter
         * @description What becomes of an organization when the person leaves.
         */
        OrganizationAfter: {
            /**
             * Fate
             * @enum {string}
             */
            fate: "removed" | "kept" | "needs_owner";
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /** OrganizationChange */
        OrganizationChange: {
            /** Name */
            name: string;
        };
        /** OrganizationChoice */
        OrganizationChoice: {
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: string;
        };
        /** OrganizationRead */
        OrganizationRead: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /**
             * Role
             * @enum {string}
             */
            role: "owner" | "admin" | "developer" | "analyst" | "billing" | "viewer";
            /** Slug */
            slug: string;
            /**
             * Tier
             * @enum {string}
             */
            tier: "free" | "team" | "enterprise";
        };
        /** Overview */
        Overview: {
            /** Ambiguities */
            ambiguities: components["schemas"]["Ambiguity"][];
            complexity: components["schemas"]["Complexity"];
            coverage: components["schemas"]["Coverage"];
            /**
             * Domain
             * @enum {string}
             */
            domain: "software" | "manufacturing" | "healthcare" | "finance" | "general";
            /**
             * Language
             * @description ISO 639-1 code, or `und` when undetermined.
             */
            language: string;
            /** Outcomes */
            outcomes: components["schemas"]["Statement"][];
            purpose: components["schemas"]["Statement"] | null;
            /** Questions */
            questions: components["schemas"]["Question"][];
            scope: components["schemas"]["Scope"];
            sipoc: components["schemas"]["Sipoc"];
            /** Stakeholders */
            stakeholders: components["schemas"]["Statement"][];
            /** Success Criteria */
            success_criteria: components["schemas"]["Statement"][];
            /** Title */
            title: string;
            trigger: components["schemas"]["Statement"] | null;
        };
        /** Page[Activity] */
        Page_Activity_: {
            /** Items */
            items: components["schemas"]["Activity"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[AgentFamily] */
        Page_AgentFamily_: {
            /** Items */
            items: components["schemas"]["AgentFamily"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[AgentMessageRead] */
        Page_AgentMessageRead_: {
            /** Items */
            items: components["schemas"]["AgentMessageRead"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[AgentRunSummary] */
        Page_AgentRunSummary_: {
            /** Items */
            items: components["schemas"]["AgentRunSummary"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[AgentSummary] */
        Page_AgentSummary_: {
            /** Items */
            items: components["schemas"]["AgentSummary"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[AgentVersion] */
        Page_AgentVersion_: {
            /** Items */
            items: components["schemas"]["AgentVersion"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[ArtifactRead] */
        Page_ArtifactRead_: {
            /** Items */
            items: components["schemas"]["ArtifactRead"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[Comment] */
        Page_Comment_: {
            /** Items */
            items: components["schemas"]["Comment"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[ConversationRead] */
        Page_ConversationRead_: {
            /** Items */
            items: components["schemas"]["ConversationRead"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[DeadLetterRead] */
        Page_DeadLetterRead_: {
            /** Items */
            items: components["schemas"]["DeadLetterRead"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[MailSummary] */
        Page_MailSummary_: {
            /** Items */
            items: components["schemas"]["MailSummary"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[McpServerRead] */
        Page_McpServerRead_: {
            /** Items */
            items: components["schemas"]["McpServerRead"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[Project] */
        Page_Project_: {
            /** Items */
            items: components["schemas"]["Project"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[RunSummaryRead] */
        Page_RunSummaryRead_: {
            /** Items */
            items: components["schemas"]["RunSummaryRead"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[SampleRead] */
        Page_SampleRead_: {
            /** Items */
            items: components["schemas"]["SampleRead"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[Task] */
        Page_Task_: {
            /** Items */
            items: components["schemas"]["Task"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[TaskHistoryEntry] */
        Page_TaskHistoryEntry_: {
            /** Items */
            items: components["schemas"]["TaskHistoryEntry"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[VersionRead] */
        Page_VersionRead_: {
            /** Items */
            items: components["schemas"]["VersionRead"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[WorkflowSummary] */
        Page_WorkflowSummary_: {
            /** Items */
            items: components["schemas"]["WorkflowSummary"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** ParallelGroup */
        ParallelGroup: {
            /**
             * Branches
             * @description Task ids, one tuple for each branch.
             */
            branches: string[][];
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /** Gateway */
            gateway: string;
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
        };
        /** PasskeyChange */
        PasskeyChange: {
            /** Name */
            name: string;
        };
        /**
         * PasskeyOptions
         * @description `options` are for `navigator.credentials`; `token` comes back with its answer.
         */
        PasskeyOptions: {
            /** Options */
            options: {
                [key: string]: unknown;
            };
            /** Token */
            token: string;
        };
        /** PasskeyRead */
        PasskeyRead: {
            /** Backed Up */
            backed_up: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Used At */
            last_used_at: string | null;
            /** Name */
            name: string;
        };
        /** PasskeySignIn */
        PasskeySignIn: {
            /**
             * Credential
             * @description PublicKeyCredential.toJSON()
             */
            credential: {
                [key: string]: unknown;
            };
            /** Token */
            token: string;
        };
        /** Pattern */
        Pattern: {
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /** Name */
            name: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** Reason */
            reason: string;
        };
        /**
         * Permission
         * @description What a route may ask of a member.
         * @enum {string}
         */
        Permission: "organization:read" | "organization:write" | "ownership:write" | "members:write" | "billing:write" | "project:read" | "project:write" | "task:write" | "workflow:read" | "workflow:write" | "agent:read" | "agent:run" | "agent:write" | "audit:read";
        /**
         * Person
         * @description A member of the organization, to be given tasks and mentioned.
         */
        Person: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /** PersonalData */
        PersonalData: {
            /** Advice */
            advice: string;
            /**
             * Category
             * @enum {string}
             */
            category: "contact" | "identity" | "financial" | "health" | "employment";
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** What */
            what: string;
        };
        /**
         * PlaceRead
         * @description What became of the changes; where the server keeps the worktree is not said.
         */
        PlaceRead: {
            /** Base */
            base: string | null;
            /** Branch */
            branch: string | null;
            /** Conflicts */
            conflicts: string[];
            /** Head */
            head: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "folder" | "worktree";
            /** Merged */
            merged: string | null;
            /** Target */
            target: string;
        };
        /**
         * ProblemField
         * @description A field of the request and what is wrong with it.
         */
        ProblemField: {
            /** Field */
            field: string;
            /** Message */
            message: string;
        };
        /**
         * ProblemRead
         * @description Every answer that is not a success (RFC 9457); `code` is for programs, `detail` for people.
         */
        ProblemRead: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /**
             * Errors
             * @default []
             */
            errors?: components["schemas"]["ProblemField"][];
            /** Request Id */
            request_id: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /** Type */
            type: string;
        };
        /** ProcessGraph */
        ProcessGraph: {
            /** Decision Points */
            decision_points: components["schemas"]["DecisionPoint"][];
            /** Exception Handlers */
            exception_handlers: components["schemas"]["ExceptionHandler"][];
            /** Flows */
            flows: components["schemas"]["Flow"][];
            /** Lanes */
            lanes: components["schemas"]["Lane"][];
            /** Nodes */
            nodes: components["schemas"]["Node"][];
            /** Sub Processes */
            sub_processes: components["schemas"]["SubProcess"][];
        };
        /** ProcessTask */
        ProcessTask: {
            /** Confidence */
            confidence: number;
            duration: components["schemas"]["Duration"] | null;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            frequency: components["schemas"]["Frequency"] | null;
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /** Inputs */
            inputs: string[];
            /**
             * Label
             * @description Verb and object, as a diagram shows it: `Check invoice`.
             */
            label: string;
            /** Object */
            object: string | null;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** Outputs */
            outputs: string[];
            /**
             * Parent
             * @description Id of the task whose detail this one is, for sub-lists.
             */
            parent: string | null;
            /**
             * Section
             * @description Heading or swim-lane label it stands under.
             */
            section: string | null;
            /**
             * Type
             * @enum {string}
             */
            type: "user" | "service" | "manual" | "send" | "receive" | "rule";
            /**
             * Verb
             * @description Base form: `check`.
             */
            verb: string;
        };
        /** Project */
        Project: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Description */
            description: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Open Tasks */
            open_tasks: number;
            repository: components["schemas"]["Repository"];
            /** Slug */
            slug: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Workflows */
            workflows: number;
        };
        /** ProjectCreate */
        ProjectCreate: {
            /**
             * Description
             * @default
             */
            description?: string;
            /** Name */
            name: string;
        };
        /**
         * ProjectUpdate
         * @description Fields that are left out stay as they are.
         */
        ProjectUpdate: {
            /** Description */
            description?: string | null;
            /** Name */
            name?: string | null;
        };
        /**
         * PromptAccount
         * @description What went into a prompt and why, in its order.
         */
        PromptAccount: {
            /** Budget Tokens */
            budget_tokens: number;
            /** Lines */
            lines: components["schemas"]["AccountLine"][];
            /** Tools */
            tools: string[];
            /** Tools Missing */
            tools_missing: string[];
        };
        /**
         * ProviderRead
         * @description One more way to sign in.
         */
        ProviderRead: {
            /** Key */
            key: string;
            /** Name */
            name: string;
        };
        /** Providers */
        Providers: {
            /** Items */
            items: components["schemas"]["ProviderRead"][];
        };
        /** QualityReport */
        QualityReport: {
            /** Bottlenecks */
            bottlenecks: components["schemas"]["Finding"][];
            /** Compliance Gaps */
            compliance_gaps: components["schemas"]["Finding"][];
            cycle_time: components["schemas"]["CycleTime"] | null;
            efficiency: components["schemas"]["Score"];
            /** Guidelines */
            guidelines: components["schemas"]["GuidelineCheck"][];
            /** Handoffs */
            handoffs: components["schemas"]["Finding"][];
            maintainability: components["schemas"]["Score"];
            /** Recommendations */
            recommendations: components["schemas"]["Recommendation"][];
            reliability: components["schemas"]["Score"];
            /** Rework Loops */
            rework_loops: components["schemas"]["Finding"][];
            /** Single Points Of Failure */
            single_points_of_failure: components["schemas"]["Finding"][];
            soundness: components["schemas"]["Soundness"];
            /** Values */
            values: components["schemas"]["TaskValue"][];
        };
        /**
         * Question
         * @description What to ask the people who do the work.
         */
        Question: {
            /**
             * Ambiguity
             * @description Id of the ambiguity it would settle, if any.
             */
            ambiguity: string | null;
            /**
             * Answer
             * @description What a person answered.
             */
            answer?: string | null;
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** Text */
            text: string;
        };
        /**
         * Raci
         * @description Who is responsible, accountable, consulted and informed for a task, by actor id.
         */
        Raci: {
            /** Accountable */
            accountable: string | null;
            /** Consulted */
            consulted: string[];
            /** Informed */
            informed: string[];
            /** Responsible */
            responsible: string | null;
            /** Task */
            task: string;
        };
        /**
         * Rating
         * @description An answer from 1 (not at all) to 5 (entirely), with its reason.
         */
        Rating: {
            /** Reason */
            reason: string;
            /** Value */
            value: number;
        };
        /**
         * Readiness
         * @description The five questions asked of every task.
         */
        Readiness: {
            digital_input: components["schemas"]["Rating"];
            documented: components["schemas"]["Rating"];
            rule_based: components["schemas"]["Rating"];
            stable: components["schemas"]["Rating"];
            structured_input: components["schemas"]["Rating"];
        };
        /**
         * Reason
         * @description Why a score is what it is: the points given or taken, and for what.
         */
        Reason: {
            /** Evidence */
            evidence: components["schemas"]["Span"][];
            /** Points */
            points: number;
            /** Text */
            text: string;
        };
        /**
         * Reauthenticate
         * @description One proof: the password where the account has no second factor, else a code or a passkey.
         */
        Reauthenticate: {
            /** Code */
            code?: string | null;
            /** Credential */
            credential?: {
                [key: string]: unknown;
            } | null;
            /** Method */
            method?: ("passkey" | "totp" | "sms" | "email" | "recovery_code") | null;
            /** Password */
            password?: string | null;
            /** Token */
            token?: string | null;
        };
        /**
         * Recommendation
         * @description Ranked: the first is worth the most.
         */
        Recommendation: {
            /** Confidence */
            confidence: number;
            /** Effect */
            effect: string;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** Rank */
            rank: number;
            /** Tasks */
            tasks: string[];
            /** Text */
            text: string;
        };
        /** RecoveryCodes */
        RecoveryCodes: {
            /** Codes */
            codes: string[];
        };
        /**
         * Regeneration
         * @description How to analyse a workflow again: everything, unless `start_at` names the analyst to begin with.
         *
         *     What that analyst does not need others for is taken over; it works with the edits that people made.
         */
        Regeneration: {
            /**
             * Fresh
             * @default false
             */
            fresh?: boolean;
            /** Start At */
            start_at?: ("workflow-analyzer" | "task-decomposer" | "actor-identifier" | "automation-assessor" | "requirements-extractor" | "process-designer" | "quality-analyzer" | "technical-analyzer") | null;
        };
        /** Register */
        Register: {
            /**
             * Email
             * Format: email
             */
            email: string;
            /** Name */
            name?: string | null;
            /**
             * Password
             * Format: password
             */
            password: string;
        };
        /** Registered */
        Registered: {
            /** Email */
            email: string;
            /**
             * Status
             * @constant
             */
            status: "verification_sent";
        };
        /**
         * Relation
         * @description How two mentions relate; for flow, head comes before tail, otherwise head is the activity.
         */
        Relation: {
            /** Head */
            head: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "flow" | "performs" | "receives" | "uses" | "condition";
            /** Tail */
            tail: string;
        };
        /**
         * RemoveTask
         * @description Take a task out; what came before it leads to what came after it.
         */
        RemoveTask: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "remove_task";
            /** Task */
            task: string;
        };
        /** RenameActor */
        RenameActor: {
            /** Actor */
            actor: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "rename_actor";
            /** Name */
            name: string;
        };
        /** RenameTask */
        RenameTask: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "rename_task";
            /** Label */
            label: string;
            /** Task */
            task: string;
        };
        /** Repository */
        Repository: {
            /** Default Branch */
            default_branch: string;
            /** Head */
            head: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "provisioning" | "ready";
        };
        /** Requirement */
        Requirement: {
            /** Acceptance */
            acceptance: string[];
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "functional" | "non_functional" | "data" | "integration" | "business_rule";
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /**
             * Priority
             * @enum {string}
             */
            priority: "must" | "should" | "could";
            /**
             * Quality
             * @description For non-functional requirements only.
             */
            quality: ("performance" | "security" | "scalability" | "compliance") | null;
            /** Source Task */
            source_task: string | null;
            /** Text */
            text: string;
        };
        /** RequirementsReport */
        RequirementsReport: {
            /** Business Rules */
            business_rules: components["schemas"]["Requirement"][];
            /** Data */
            data: components["schemas"]["Requirement"][];
            /** Deadlines */
            deadlines: components["schemas"]["Deadline"][];
            /** Functional */
            functional: components["schemas"]["Requirement"][];
            /** Integration */
            integration: components["schemas"]["Requirement"][];
            /** Non Functional */
            non_functional: components["schemas"]["Requirement"][];
            /** Test Scenarios */
            test_scenarios: components["schemas"]["TestScenario"][];
        };
        /** ResendVerification */
        ResendVerification: {
            /**
             * Email
             * Format: email
             */
            email: string;
        };
        /** ResetPassword */
        ResetPassword: {
            /**
             * Password
             * Format: password
             */
            password: string;
            /** Token */
            token: string;
        };
        /**
         * Responsibility
         * @description Who does what, as stated; its evidence is the passage of the activity.
         */
        Responsibility: {
            /** Action */
            action: string;
            /** Actor */
            actor: string;
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /**
             * Part
             * @enum {string}
             */
            part: "performs" | "receives";
        };
        /** Risk */
        Risk: {
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Impact
             * @enum {string}
             */
            impact: "low" | "medium" | "high";
            /**
             * Likelihood
             * @enum {string}
             */
            likelihood: "low" | "medium" | "high";
            /** Mitigation */
            mitigation: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** Text */
            text: string;
        };
        /**
         * Roi
         * @description Return on investment; each figure is null unless stated or listed as an assumption.
         */
        Roi: {
            build_cost: components["schemas"]["Figure"] | null;
            error_rate: components["schemas"]["Figure"] | null;
            hourly_cost: components["schemas"]["Figure"] | null;
            /** Hours Saved Per Year */
            hours_saved_per_year: number | null;
            minutes: components["schemas"]["Figure"] | null;
            /** Payback Months */
            payback_months: number | null;
            run_cost: components["schemas"]["Figure"] | null;
            /** Saving Per Year */
            saving_per_year: number | null;
            volume: components["schemas"]["Figure"] | null;
        };
        /**
         * RoleChange
         * @description Either a role of the table, or one that the organization made.
         */
        RoleChange: {
            /** Custom Role Id */
            custom_role_id?: string | null;
            /** Role */
            role?: ("owner" | "admin" | "developer" | "analyst" | "billing" | "viewer") | null;
        };
        /**
         * RoleRead
         * @description A role, what it may do, and whether you may give it.
         */
        RoleRead: {
            /** Permissions */
            permissions: components["schemas"]["Permission"][];
            /**
             * Role
             * @enum {string}
             */
            role: "owner" | "admin" | "developer" | "analyst" | "billing" | "viewer";
            /** Yours To Give */
            yours_to_give: boolean;
        };
        /**
         * RunAbout
         * @description What the run works on.
         */
        RunAbout: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "workflow" | "agent_run";
            /**
             * Project Id
             * Format: uuid
             */
            project_id: string;
            /** Title */
            title: string;
        };
        /** RunRead */
        RunRead: {
            about: components["schemas"]["RunAbout"] | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Finished At */
            finished_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Started At */
            started_at: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "queued" | "running" | "paused" | "completed" | "partial" | "failed" | "cancelled";
            /** Steps */
            steps: components["schemas"]["coditect__orchestration__schemas__StepRead"][];
        };
        /**
         * RunSummaryRead
         * @description A run in a list: `ended` of its `total` steps have ended, `dead` of them wait for a person.
         */
        RunSummaryRead: {
            about: components["schemas"]["RunAbout"] | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Dead */
            dead: number;
            /** Ended */
            ended: number;
            /** Finished At */
            finished_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Started At */
            started_at: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "queued" | "running" | "paused" | "completed" | "partial" | "failed" | "cancelled";
            /** Total */
            total: number;
        };
        /**
         * Said
         * @description What a model wrote in one turn, apart from its calls.
         */
        Said: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Text */
            text: string;
            /** Turn */
            turn: number;
        };
        /** SampleRead */
        SampleRead: {
            /** Description */
            description: string;
            /** Domain */
            domain: string;
            /** Key */
            key: string;
            /** Title */
            title: string;
        };
        /** Scope */
        Scope: {
            /** Excluded */
            excluded: components["schemas"]["Statement"][];
            /** Included */
            included: components["schemas"]["Statement"][];
        };
        /**
         * Score
         * @description A score from 0 to 100 that explains itself.
         */
        Score: {
            /** Reasons */
            reasons: components["schemas"]["Reason"][];
            /** Value */
            value: number;
        };
        /** SearchResult */
        SearchResult: {
            /** Items */
            items: components["schemas"]["Found"][];
        };
        /**
         * SecondFactorNeeded
         * @description The password was right: show one of `methods` at `/auth/mfa/verify`.
         */
        SecondFactorNeeded: {
            /** Methods */
            methods: ("passkey" | "totp" | "sms" | "email" | "recovery_code")[];
            /**
             * Mfa Required
             * @constant
             */
            mfa_required: true;
            /** Mfa Token */
            mfa_token: string;
        };
        /**
         * Security
         * @description How a person signs in.
         */
        Security: {
            /** Factors */
            factors: components["schemas"]["FactorRead"][];
            /** Passkeys */
            passkeys: components["schemas"]["PasskeyRead"][];
            /** Passkeys Available */
            passkeys_available: boolean;
            /** Password Changed At */
            password_changed_at: string | null;
            /** Recovery Codes Left */
            recovery_codes_left: number;
            /** Sms Available */
            sms_available: boolean;
        };
        /** SecurityNeed */
        SecurityNeed: {
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** Reason */
            reason: string;
            /** Text */
            text: string;
        };
        /** SendCode */
        SendCode: {
            /**
             * Method
             * @description email or sms
             * @enum {string}
             */
            method: "passkey" | "totp" | "sms" | "email" | "recovery_code";
        };
        /**
         * SendTasks
         * @description Which build tasks become tasks on the board; all of them when no ids are given.
         */
        SendTasks: {
            /** Choices */
            choices?: {
                [key: string]: components["schemas"]["TaskChoice"];
            } | null;
            /** Ids */
            ids?: string[] | null;
        };
        /**
         * SentTasks
         * @description How many tasks were made now, how many stood on the board already, and all of them.
         */
        SentTasks: {
            /** Created */
            created: number;
            /** Existing */
            existing: number;
            /** Items */
            items: components["schemas"]["Task"][];
        };
        /**
         * SessionRead
         * @description A sign-in session; what a browser did not say is None.
         */
        SessionRead: {
            /** Address */
            address: string;
            /** Browser */
            browser: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Current */
            current: boolean;
            /**
             * Device
             * @enum {string}
             */
            device: "computer" | "phone" | "tablet" | "program";
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Last Used At
             * Format: date-time
             */
            last_used_at: string;
            /** Methods */
            methods: string[];
            /** System */
            system: string | null;
        };
        /** SetActorKind */
        SetActorKind: {
            /** Actor */
            actor: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "set_actor_kind";
            /**
             * To
             * @enum {string}
             */
            to: "role" | "department" | "system" | "external";
        };
        /**
         * SetFigure
         * @description Assume a figure of the return on investment; null goes back to what is stated.
         *
         *     Volume in cases a year, working time in minutes a case, costs a year (build: once), errors and the share of the
         *     time that is saved in percent.
         */
        SetFigure: {
            /**
             * Figure
             * @enum {string}
             */
            figure: "volume" | "minutes" | "hourly_cost" | "error_rate" | "build_cost" | "run_cost" | "share";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "set_figure";
            /** Value */
            value: number | null;
        };
        /** SetTaskType */
        SetTaskType: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "set_task_type";
            /** Task */
            task: string;
            /**
             * Type
             * @enum {string}
             */
            type: "user" | "service" | "manual" | "send" | "receive" | "rule";
        };
        /**
         * Settle
         * @description What each file in conflict shall hold.
         */
        Settle: {
            /** Files */
            files: components["schemas"]["Settlement"][];
        };
        /**
         * Settlement
         * @description Whose text a file in conflict shall have: the project's, the agent's, or one that is given.
         */
        Settlement: {
            /** Path */
            path: string;
            /**
             * Take
             * @enum {string}
             */
            take: "project" | "agent" | "text";
            /** Text */
            text?: string | null;
        };
        /**
         * Sipoc
         * @description Suppliers, inputs, process, outputs, customers.
         */
        Sipoc: {
            /** Customers */
            customers: components["schemas"]["Statement"][];
            /** Inputs */
            inputs: components["schemas"]["Statement"][];
            /** Outputs */
            outputs: components["schemas"]["Statement"][];
            /**
             * Process
             * @description Four to seven steps that tell the whole.
             */
            process: components["schemas"]["Statement"][];
            /** Suppliers */
            suppliers: components["schemas"]["Statement"][];
        };
        /** SmsSetUp */
        SmsSetUp: {
            /**
             * Number
             * @description With country code: +4915112345678.
             */
            number: string;
        };
        /** Soundness */
        Soundness: {
            /** Problems */
            problems: string[];
            /** Sound */
            sound: boolean;
        };
        /**
         * Span
         * @description A passage of the description, in characters: `description[start:end]`.
         */
        Span: {
            /** End */
            end: number;
            /** Start */
            start: number;
        };
        /**
         * Spent
         * @description What an agent run took, with what it handed on; `cost_usd` is None when a price is not known.
         */
        Spent: {
            /** Cost Usd */
            cost_usd: number | string | null;
            /** Input Tokens */
            input_tokens: number;
            /** Output Tokens */
            output_tokens: number;
            /** Seconds */
            seconds: number;
            /** Turns */
            turns: number;
        };
        /** StackChoice */
        StackChoice: {
            /** Choice */
            choice: string;
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /** Layer */
            layer: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** Reason */
            reason: string;
        };
        /**
         * Statement
         * @description One thing said about the process, in a short phrase.
         */
        Statement: {
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** Text */
            text: string;
        };
        /**
         * StepDetailRead
         * @description A step with what went in and what came out, and its tries as far as they are kept.
         */
        StepDetailRead: {
            /** Attempt */
            attempt: number;
            /** Attempts */
            attempts: components["schemas"]["AttemptRead"][];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Error */
            error: string | null;
            /** Failures */
            failures: number;
            /** Finished At */
            finished_at: string | null;
            /** Handler */
            handler: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Input */
            input: {
                [key: string]: unknown;
            };
            /** Key */
            key: string;
            /** Max Tries */
            max_tries: number;
            /** Needed By */
            needed_by: string[];
            /** Needs */
            needs: string[];
            /** Next Try At */
            next_try_at: string | null;
            /** Output */
            output: {
                [key: string]: unknown;
            } | null;
            /** Priority */
            priority: number;
            /**
             * Run Id
             * Format: uuid
             */
            run_id: string;
            /** Started At */
            started_at: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "waiting" | "ready" | "held" | "running" | "parked" | "succeeded" | "dead_letter" | "skipped" | "cancelled";
        };
        /** SubProcess */
        SubProcess: {
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /** Name */
            name: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** Tasks */
            tasks: string[];
        };
        /**
         * System
         * @description A piece of software or equipment that is mentioned.
         */
        System: {
            /**
             * Actor
             * @description Id of the actor it is listed as, if it acts.
             */
            actor: string | null;
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /** Name */
            name: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** Used For */
            used_for: string | null;
        };
        /** Task */
        Task: {
            /** Acceptance */
            acceptance: string[];
            assignee: components["schemas"]["coditect__projects__schemas__Assignee"] | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Depends On */
            depends_on: string[];
            /** Description */
            description: string;
            /** Due On */
            due_on: string | null;
            estimate: components["schemas"]["coditect__projects__schemas__Estimate"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Labels */
            labels: string[];
            /** Number */
            number: number;
            /** Position */
            position: number;
            /**
             * Priority
             * @enum {string}
             */
            priority: "low" | "medium" | "high";
            /**
             * Project Id
             * Format: uuid
             */
            project_id: string;
            source: components["schemas"]["TaskSource"] | null;
            /** Starts On */
            starts_on: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "open" | "in_progress" | "blocked" | "done" | "cancelled";
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Version */
            version: number;
        };
        /** TaskAutomation */
        TaskAutomation: {
            /**
             * Approach
             * @enum {string}
             */
            approach: "api" | "rpa" | "ai" | "human";
            /** Blockers */
            blockers: string[];
            /**
             * Classification
             * @enum {string}
             */
            classification: "full" | "hybrid" | "manual";
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Human In The Loop
             * @description Why a person stays involved; null when none needs to.
             */
            human_in_the_loop: string | null;
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            readiness: components["schemas"]["Readiness"];
            roi: components["schemas"]["Roi"] | null;
            /** Score */
            score: number;
            /** Task */
            task: string;
        };
        /**
         * TaskChoice
         * @description What a build task gets on the board in place of what the analysis proposes.
         */
        TaskChoice: {
            assignee?: components["schemas"]["AssigneeWanted"] | null;
            estimate?: components["schemas"]["EstimateWanted"] | null;
        };
        /** TaskCreate */
        TaskCreate: {
            /** Acceptance */
            acceptance?: string[];
            assignee?: components["schemas"]["AssigneeWanted"] | null;
            /**
             * Description
             * @default
             */
            description?: string;
            /** Due On */
            due_on?: string | null;
            estimate?: components["schemas"]["EstimateWanted"] | null;
            /** Labels */
            labels?: string[];
            /**
             * Priority
             * @default medium
             * @enum {string}
             */
            priority?: "low" | "medium" | "high";
            /** Starts On */
            starts_on?: string | null;
            /** Title */
            title: string;
        };
        /**
         * TaskHistoryEntry
         * @description Something that happened to a task: alone, or together with others.
         */
        TaskHistoryEntry: {
            activity: components["schemas"]["Activity"];
            /** Changes */
            changes: components["schemas"]["FieldChange"][];
        };
        /** TasksChosen */
        TasksChosen: {
            /** Ids */
            ids: string[];
        };
        /**
         * TasksEdited
         * @description The tasks as they are now, and the entry of the feed that tells of it (None when nothing changed).
         */
        TasksEdited: {
            /** Activity Id */
            activity_id: string | null;
            /** Items */
            items: components["schemas"]["Task"][];
        };
        /** TaskSource */
        TaskSource: {
            /** Build Task Id */
            build_task_id: string;
            /**
             * Kind
             * @constant
             */
            kind: "workflow";
            /**
             * Workflow Id
             * Format: uuid
             */
            workflow_id: string;
        };
        /**
         * TaskUpdate
         * @description Fields that are left out stay as they are; null takes an estimate, an assignee or a date away.
         */
        TaskUpdate: {
            /** Acceptance */
            acceptance?: string[] | null;
            assignee?: components["schemas"]["AssigneeWanted"] | null;
            /** Depends On */
            depends_on?: string[] | null;
            /** Description */
            description?: string | null;
            /** Due On */
            due_on?: string | null;
            estimate?: components["schemas"]["EstimateWanted"] | null;
            /** Labels */
            labels?: string[] | null;
            /** Position */
            position?: number | null;
            /** Priority */
            priority?: ("low" | "medium" | "high") | null;
            /** Reason */
            reason?: string | null;
            /** Starts On */
            starts_on?: string | null;
            /** Status */
            status?: ("open" | "in_progress" | "blocked" | "done" | "cancelled") | null;
            /** Title */
            title?: string | null;
            /** Version */
            version?: number | null;
        };
        /** TaskValue */
        TaskValue: {
            /**
             * Classification
             * @enum {string}
             */
            classification: "value_adding" | "business_necessary" | "waste";
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** Reason */
            reason: string;
            /** Task */
            task: string;
        };
        /** TeamChange */
        TeamChange: {
            /** Name */
            name: string;
        };
        /** TeamRead */
        TeamRead: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Member Ids */
            member_ids: string[];
            /** Name */
            name: string;
        };
        /** Teams */
        Teams: {
            /** Items */
            items: components["schemas"]["TeamRead"][];
        };
        /** TechnicalReport */
        TechnicalReport: {
            /** Build Tasks */
            build_tasks: components["schemas"]["BuildTask"][];
            /** Endpoints */
            endpoints: components["schemas"]["Endpoint"][];
            /** Entities */
            entities: components["schemas"]["DataEntity"][];
            /** Integrations */
            integrations: components["schemas"]["Integration"][];
            /** Patterns */
            patterns: components["schemas"]["Pattern"][];
            /** Personal Data */
            personal_data: components["schemas"]["PersonalData"][];
            /** Risks */
            risks: components["schemas"]["Risk"][];
            /** Security */
            security: components["schemas"]["SecurityNeed"][];
            /** Stack */
            stack: components["schemas"]["StackChoice"][];
        };
        /** TestScenario */
        TestScenario: {
            /** Confidence */
            confidence: number;
            /**
             * Evidence
             * @description The passages this rests on; empty only for an assumption.
             */
            evidence: components["schemas"]["Span"][];
            /** Given */
            given: string;
            /**
             * Id
             * @description Short and unique in this output, such as t1, a2 or g3.
             */
            id: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "rule" | "model" | "user" | "assumption";
            /** Requirement */
            requirement: string;
            /** Then */
            then: string;
            /** When */
            when: string;
        };
        /**
         * TotpSetUp
         * @description What an authenticator app needs; the code that it then shows confirms it.
         */
        TotpSetUp: {
            /** Qr Svg */
            qr_svg: string;
            /** Secret */
            secret: string;
            /** Uri */
            uri: string;
        };
        /**
         * Undo
         * @description The file whose change is taken back.
         */
        Undo: {
            /** Path */
            path: string;
        };
        /** Unread */
        Unread: {
            /** Unread */
            unread: number;
        };
        /**
         * UsageRead
         * @description `tier` is None while no tier was assigned: then only overrides bind.
         */
        UsageRead: {
            /** Measures */
            measures: components["schemas"]["MeasureUsage"][];
            /** Tier */
            tier: ("free" | "team" | "enterprise") | null;
        };
        /**
         * UsedAgent
         * @description What a step ran with.
         */
        UsedAgent: {
            /** Digest */
            digest: string;
            /** Reference */
            reference: string;
            /** Text */
            text: string;
        };
        /** VerifyEmail */
        VerifyEmail: {
            /** Token */
            token: string;
        };
        /**
         * VersionRead
         * @description A state of the analysis that can be compared: as the analysts left it, or as people edited it.
         */
        VersionRead: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Edited */
            edited: boolean;
            /** Tasks */
            tasks: number;
            /** Version */
            version: number;
        };
        /**
         * Whereabouts
         * @description Where a page is: at a subject that its stream says it is present at, showing `page` of it.
         */
        Whereabouts: {
            /** Page */
            page?: string | null;
            /** Subject */
            subject: string;
        };
        /** WorkflowRead */
        WorkflowRead: {
            analysis: components["schemas"]["Analysis"] | null;
            /** Analysts */
            analysts: components["schemas"]["AnalystState"][];
            /** Board */
            board: components["schemas"]["BoardTask"][];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Description */
            description: string;
            /** Domain */
            domain: string | null;
            /** Edits */
            edits: number;
            /** Finished At */
            finished_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Project Id
             * Format: uuid
             */
            project_id: string;
            /** Revision */
            revision: number;
            /**
             * Run Id
             * Format: uuid
             */
            run_id: string;
            /**
             * Status
             * @enum {string}
             */
            status: "queued" | "running" | "paused" | "completed" | "partial" | "failed" | "cancelled";
            /** Tasks Sent */
            tasks_sent: string[];
            /** Title */
            title: string;
            /** Version */
            version: number;
        };
        /** WorkflowSummary */
        WorkflowSummary: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Domain */
            domain: string | null;
            /** Finished At */
            finished_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Project Id
             * Format: uuid
             */
            project_id: string;
            /**
             * Run Id
             * Format: uuid
             */
            run_id: string;
            /**
             * Status
             * @enum {string}
             */
            status: "queued" | "running" | "paused" | "completed" | "partial" | "failed" | "cancelled";
            /** Title */
            title: string;
            /** Version */
            version: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_families_api_v1_agent_families_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AgentFamily_"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_agent_runs_api_v1_agent_runs_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                project_id?: string | null;
                run_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AgentRunSummary_"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    read_agent_run_api_v1_agent_runs__agent_run_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_run_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentRunRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    allow_call_api_v1_agent_runs__agent_run_id__calls__number__allow_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_run_id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallLeave"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentRunRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    answer_agent_api_v1_agent_runs__agent_run_id__calls__number__answer_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_run_id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallAnswer"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentRunRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    refuse_call_api_v1_agent_runs__agent_run_id__calls__number__refuse_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_run_id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallRefusal"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentRunRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    undo_write_of_agent_api_v1_agent_runs__agent_run_id__calls__number__undo_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_run_id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Undo"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentRunRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    read_conflicts_of_agent_run_api_v1_agent_runs__agent_run_id__conflicts_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_run_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conflicts"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    go_on_with_agent_run_api_v1_agent_runs__agent_run_id__go_on_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_run_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GoOn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentRunRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_agent_messages_api_v1_agent_runs__agent_run_id__messages_get: {
        parameters: {
            query?: {
                cursor?: number | null;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path: {
                agent_run_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AgentMessageRead_"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    settle_conflict_of_agent_run_api_v1_agent_runs__agent_run_id__settle_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_run_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Settle"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentRunRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    stop_agent_run_api_v1_agent_runs__agent_run_id__stop_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_run_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentRunRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_agents_api_v1_agents_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description Only agents whose name or description has each of these words. */
                q?: string;
                retired?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AgentSummary_"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    create_agent_api_v1_agents_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the client: the same request sent again with it gets the first answer. */
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentText"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    read_agent_api_v1_agents__name__get: {
        parameters: {
            query?: {
                version?: number | null;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    change_agent_api_v1_agents__name__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    restore_agent_api_v1_agents__name__restore_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    retire_agent_api_v1_agents__name__retire_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    begin_agent_run_api_v1_agents__name__runs_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the client: the same request sent again with it gets the first answer. */
                "idempotency-key"?: string | null;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAgentRun"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentRunAccepted"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_versions_api_v1_agents__name__versions_get: {
        parameters: {
            query?: {
                cursor?: number | null;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AgentVersion_"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    choose_agent_api_v1_agents_choose_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentNeed"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentChoice"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    validate_agent_api_v1_agents_validate_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentTextToCheck"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Faults"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_api_keys_api_v1_api_keys_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeys"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    create_api_key_api_v1_api_keys_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyMade"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    revoke_api_key_api_v1_api_keys__key_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    rotate_api_key_api_v1_api_keys__key_id__rotate_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyRotate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyMade"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_audit_api_v1_audit_get: {
        parameters: {
            query?: {
                action?: string | null;
                /** @description Who did it, by the id that entries give. */
                actor?: string | null;
                cursor?: number | null;
                /** @description How many items at most. */
                limit?: number;
                outcome?: ("done" | "refused") | null;
                /** @description Whom it was done to. */
                person?: string | null;
                /** @description Words that stand in the act, a name, an address or a detail. */
                q?: string | null;
                since?: string | null;
                subject?: string | null;
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    export_audit_api_v1_audit_export_get: {
        parameters: {
            query?: {
                action?: string | null;
                /** @description Who did it, by the id that entries give. */
                actor?: string | null;
                form?: "csv" | "jsonl";
                outcome?: ("done" | "refused") | null;
                /** @description Whom it was done to. */
                person?: string | null;
                /** @description Words that stand in the act, a name, an address or a detail. */
                q?: string | null;
                since?: string | null;
                subject?: string | null;
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    read_audit_filters_api_v1_audit_filters_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditFilters"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    verify_audit_api_v1_audit_verification_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChainRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    confirm_email_api_v1_auth_confirm_email_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ByLink"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Gone; `code` names the problem */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    forgot_password_api_v1_auth_forgot_password_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForgotPassword"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_identities_api_v1_auth_identities_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identities"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    disconnect_api_v1_auth_identities__identity_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identity_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    login_api_v1_auth_login_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessToken"] | components["schemas"]["SecondFactorNeeded"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Too Many Requests; `code` names the problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    logout_api_v1_auth_logout_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    passkey_as_second_factor_api_v1_auth_mfa_passkey_options_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MfaToken"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOptions"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    send_second_factor_api_v1_auth_mfa_send_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MfaSend"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Too Many Requests; `code` names the problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    verify_second_factor_api_v1_auth_mfa_verify_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MfaVerify"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessToken"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Too Many Requests; `code` names the problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    connect_api_v1_auth_oauth__provider__connect_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Connect"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Elsewhere"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Service Unavailable; `code` names the problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    start_api_v1_auth_oauth__provider__start_get: {
        parameters: {
            query?: {
                next?: string | null;
            };
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    finish_api_v1_auth_oauth_callback_get: {
        parameters: {
            query?: {
                code?: string | null;
                error?: string | null;
                iss?: string | null;
                state?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_providers_api_v1_auth_oauth_providers_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Providers"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    passkey_options_api_v1_auth_passkey_options_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOptions"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Too Many Requests; `code` names the problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    sign_in_by_passkey_api_v1_auth_passkey_verify_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeySignIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessToken"] | components["schemas"]["SecondFactorNeeded"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    reauthenticate_api_v1_auth_reauthenticate_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reauthenticate"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Too Many Requests; `code` names the problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    step_up_options_api_v1_auth_reauthenticate_passkey_options_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOptions"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    send_step_up_api_v1_auth_reauthenticate_send_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendCode"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Too Many Requests; `code` names the problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    refresh_api_v1_auth_refresh_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessToken"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    register_api_v1_auth_register_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Register"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registered"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    resend_verification_api_v1_auth_resend_verification_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResendVerification"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    reset_password_api_v1_auth_reset_password_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPassword"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Gone; `code` names the problem */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    revert_email_api_v1_auth_revert_email_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ByLink"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Gone; `code` names the problem */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    verify_email_api_v1_auth_verify_email_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyEmail"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Gone; `code` names the problem */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    delete_comment_api_v1_comments__comment_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                comment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    edit_comment_api_v1_comments__comment_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                comment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentWrite"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    read_conversation_api_v1_conversations__conversation_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    remove_conversation_api_v1_conversations__conversation_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    rename_conversation_api_v1_conversations__conversation_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationTitle"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_turns_api_v1_conversations__conversation_id__turns_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AgentRunSummary_"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_custom_roles_api_v1_custom_roles_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomRoles"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    create_custom_role_api_v1_custom_roles_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the client: the same request sent again with it gets the first answer. */
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomRoleWrite"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomRoleRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    change_custom_role_api_v1_custom_roles__custom_role_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                custom_role_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomRoleWrite"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomRoleRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    delete_custom_role_api_v1_custom_roles__custom_role_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                custom_role_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_dead_letters_api_v1_dead_letters_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DeadLetterRead_"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    requeue_api_v1_dead_letters__step_id__requeue_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                step_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_mails_api_v1_dev_mailbox_get: {
        parameters: {
            query?: {
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MailSummary_"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    read_mail_api_v1_dev_mailbox__mail_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mail_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_domains_api_v1_domains_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Domains"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    add_domain_api_v1_domains_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the client: the same request sent again with it gets the first answer. */
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DomainCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DomainRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    change_domain_api_v1_domains__domain_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                domain_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DomainChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DomainRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    remove_domain_api_v1_domains__domain_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                domain_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    verify_domain_api_v1_domains__domain_id__verify_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                domain_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DomainRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Too Many Requests; `code` names the problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Service Unavailable; `code` names the problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    read_instance_api_v1_instance_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    read_logo_api_v1_instance_logo_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_invitations_api_v1_invitations_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitations"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    invite_api_v1_invitations_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the client: the same request sent again with it gets the first answer. */
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Too Many Requests; `code` names the problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    revoke_invitation_api_v1_invitations__invitation_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    resend_invitation_api_v1_invitations__invitation_id__resend_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Too Many Requests; `code` names the problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    accept_invitation_api_v1_invitations_accept_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationToken"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Joined"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Too Many Requests; `code` names the problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    decline_invitation_api_v1_invitations_decline_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationToken"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Too Many Requests; `code` names the problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    look_at_invitation_api_v1_invitations_look_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationToken"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationSeen"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Too Many Requests; `code` names the problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    read_me_api_v1_me_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    delete_account_api_v1_me_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountDeletion"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletionRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Too Many Requests; `code` names the problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    change_me_api_v1_me_patch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    preview_deletion_api_v1_me_deletion_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletionPreview"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    ask_for_email_api_v1_me_email_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Too Many Requests; `code` names the problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    request_export_api_v1_me_export_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the client: the same request sent again with it gets the first answer. */
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArchiveRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    read_export_api_v1_me_export__export_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArchiveRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    download_export_api_v1_me_export__export_id__download_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    remove_factor_api_v1_me_factors__kind__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "totp" | "email" | "sms";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    confirm_factor_api_v1_me_factors__kind__confirm_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "totp" | "email" | "sms";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmCode"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorAdded"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Too Many Requests; `code` names the problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    set_up_email_api_v1_me_factors_email_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Too Many Requests; `code` names the problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    set_up_sms_api_v1_me_factors_sms_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SmsSetUp"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Too Many Requests; `code` names the problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    set_up_totp_api_v1_me_factors_totp_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpSetUp"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_joinable_api_v1_me_joinable_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoinableOrganizations"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    join_organization_api_v1_me_joinable_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Joining"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Joined"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Too Many Requests; `code` names the problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    choose_organization_api_v1_me_organization_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationChoice"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessToken"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    add_passkey_api_v1_me_passkeys_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPasskey"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorAdded"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    remove_passkey_api_v1_me_passkeys__passkey_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkey_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    rename_passkey_api_v1_me_passkeys__passkey_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkey_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    new_passkey_options_api_v1_me_passkeys_options_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOptions"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    change_password_api_v1_me_password_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    renew_recovery_codes_api_v1_me_recovery_codes_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    read_security_api_v1_me_security_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Security"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_sessions_api_v1_me_sessions_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionRead"][];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    end_other_sessions_api_v1_me_sessions_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    end_session_api_v1_me_sessions__session_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_members_api_v1_members_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Members"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    remove_member_api_v1_members__account_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    change_role_api_v1_members__account_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    transfer_ownership_api_v1_members__account_id__ownership_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    leave_organization_api_v1_members_me_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    read_model_settings_api_v1_model_settings_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelSettingsRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    write_model_settings_api_v1_model_settings_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelSettingsWrite"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelSettingsRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    remove_model_settings_api_v1_model_settings_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelSettingsRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    test_model_settings_api_v1_model_settings_test_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelSettingsWrite"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelTrial"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Too Many Requests; `code` names the problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_notifications_api_v1_notifications_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                kind?: ("analysis_finished" | "analysis_failed" | "task_assigned" | "mentioned" | "commented" | "dead_letter")[] | null;
                /** @description How many items at most. */
                limit?: number;
                unread?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPage"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    mark_read_api_v1_notifications_read_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkRead"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unread"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    read_settings_api_v1_notifications_settings_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationSettings"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    change_setting_api_v1_notifications_settings__kind__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "analysis_finished" | "analysis_failed" | "task_assigned" | "mentioned" | "commented" | "dead_letter";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KindChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationSettings"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    authorize_api_v1_oauth_authorizations_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Authorization"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_consents_api_v1_oauth_consents_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consents"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    withdraw_consent_api_v1_oauth_consents__client_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    decide_device_api_v1_oauth_devices_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeviceDecision"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Device"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Too Many Requests; `code` names the problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    read_onboarding_api_v1_onboarding_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Onboarding"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    change_onboarding_api_v1_onboarding_patch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OnboardingChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Onboarding"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    create_organization_api_v1_organizations_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the client: the same request sent again with it gets the first answer. */
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Too Many Requests; `code` names the problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    change_organization_api_v1_organizations__organization_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    change_presence_api_v1_presence__client__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Whereabouts"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_projects_api_v1_projects_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Project_"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    create_project_api_v1_projects_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the client: the same request sent again with it gets the first answer. */
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Too Many Requests; `code` names the problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    read_project_api_v1_projects__project_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    change_project_api_v1_projects__project_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_activity_api_v1_projects__project_id__activity_get: {
        parameters: {
            query?: {
                /** @description An account's id, or `agent:name`, `system:name`. */
                actor?: string[] | null;
                cursor?: string | null;
                /** @description Kinds of objects, `task` or more. */
                kind?: string[] | null;
                /** @description How many items at most. */
                limit?: number;
                since?: string | null;
                /** @description For instance `task.moved`. */
                verb?: string[] | null;
            };
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Activity_"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    undo_api_v1_projects__project_id__activity__activity_id__undo_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                activity_id: string;
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TasksEdited"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_actors_api_v1_projects__project_id__activity_actors_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["coditect__projects__schemas__Actor"][];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    stream_activity_api_v1_projects__project_id__activity_stream_get: {
        parameters: {
            query?: never;
            header?: {
                "Last-Event-ID"?: number | null;
            };
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": {
                        data?: string;
                        event?: string;
                        id?: string;
                        retry?: string;
                    };
                };
            };
            /** @description The stream is over, and the client has seen its end. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_conversations_api_v1_projects__project_id__conversations_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ConversationRead_"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    begin_conversation_api_v1_projects__project_id__conversations_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the client: the same request sent again with it gets the first answer. */
                "idempotency-key"?: string | null;
            };
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationTitle"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_mcp_servers_api_v1_projects__project_id__mcp_servers_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_McpServerRead_"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    add_mcp_server_api_v1_projects__project_id__mcp_servers_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the client: the same request sent again with it gets the first answer. */
                "idempotency-key"?: string | null;
            };
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["McpServerWrite"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpServerRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    change_mcp_server_api_v1_projects__project_id__mcp_servers__server_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
                server_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["McpServerWrite"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpServerRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    remove_mcp_server_api_v1_projects__project_id__mcp_servers__server_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
                server_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    approve_mcp_server_api_v1_projects__project_id__mcp_servers__server_id__approve_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
                server_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["McpServerApproval"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpServerRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    look_at_mcp_server_api_v1_projects__project_id__mcp_servers__server_id__look_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
                server_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpServerRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Too Many Requests; `code` names the problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_people_api_v1_projects__project_id__people_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"][];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    make_repository_api_v1_projects__project_id__repository_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Service Unavailable; `code` names the problem */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_tasks_api_v1_projects__project_id__tasks_get: {
        parameters: {
            query?: {
                /** @description `none`, `me`, an account's id, or `agent:name`, `role:name`. */
                assignee?: string[] | null;
                cursor?: string | null;
                descending?: boolean;
                due_from?: string | null;
                due_until?: string | null;
                id?: string[] | null;
                label?: string[] | null;
                /** @description How many items at most. */
                limit?: number;
                priority?: ("low" | "medium" | "high")[] | null;
                sort?: "number" | "title" | "status" | "priority" | "due_on" | "starts_on" | "updated_at";
                /** @description Only these; may be given several times. */
                status?: ("open" | "in_progress" | "blocked" | "done" | "cancelled")[] | null;
                /** @description Words that all occur in the task. */
                text?: string;
                /** @description The analysis it came from. */
                workflow?: string[] | null;
            };
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Task_"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    create_task_api_v1_projects__project_id__tasks_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the client: the same request sent again with it gets the first answer. */
                "idempotency-key"?: string | null;
            };
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    change_tasks_api_v1_projects__project_id__tasks_patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkEdit"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TasksEdited"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    delete_tasks_api_v1_projects__project_id__tasks_delete_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TasksChosen"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TasksEdited"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    restore_tasks_api_v1_projects__project_id__tasks_restore_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TasksChosen"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TasksEdited"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_runs_api_v1_runs_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
                /** @description Only runs in these states. */
                status?: ("queued" | "running" | "paused" | "completed" | "partial" | "failed" | "cancelled")[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_RunSummaryRead_"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    read_run_api_v1_runs__run_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    cancel_run_api_v1_runs__run_id__cancel_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    stream_run_api_v1_runs__run_id__events_get: {
        parameters: {
            query?: never;
            header?: {
                "Last-Event-ID"?: number | null;
            };
            path: {
                run_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": {
                        data?: string;
                        event?: string;
                        id?: string;
                        retry?: string;
                    };
                };
            };
            /** @description The stream is over, and the client has seen its end. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    pause_run_api_v1_runs__run_id__pause_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    resume_run_api_v1_runs__run_id__resume_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    read_step_api_v1_runs__run_id__steps__step_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: string;
                step_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepDetailRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    retry_step_api_v1_runs__run_id__steps__step_id__retry_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: string;
                step_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    search_api_v1_search_get: {
        parameters: {
            query: {
                /** @description How many of each kind at most. */
                limit?: number;
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResult"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    stream_api_v1_stream_get: {
        parameters: {
            query: {
                /** @description A name that the page made up for itself. */
                client?: string | null;
                /** @description What the page shows of the subject. */
                page?: string | null;
                /** @description Those of the subjects where one is seen. */
                present?: string[] | null;
                /** @description `kind:id`, for instance `project:…`, `workflow:…`, `run:…`, `account:me`, `organization:me`; with `@N`, from after position N on (`coditect-position` of an answer), else from now on. */
                subjects: string[];
            };
            header?: {
                "Last-Event-ID"?: number | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": {
                        data?: string;
                        event?: string;
                        id?: string;
                        retry?: string;
                    };
                };
            };
            /** @description The stream is over, and the client has seen its end. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    read_task_api_v1_tasks__task_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    delete_task_api_v1_tasks__task_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    change_task_api_v1_tasks__task_id__patch: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that a change is based on; `version` in the body says the same. */
                "if-match"?: string | null;
            };
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_comments_api_v1_tasks__task_id__comments_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Comment_"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    add_comment_api_v1_tasks__task_id__comments_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the client: the same request sent again with it gets the first answer. */
                "idempotency-key"?: string | null;
            };
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentWrite"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_history_api_v1_tasks__task_id__history_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TaskHistoryEntry_"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    restore_task_api_v1_tasks__task_id__restore_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_teams_api_v1_teams_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Teams"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    create_team_api_v1_teams_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the client: the same request sent again with it gets the first answer. */
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    delete_team_api_v1_teams__team_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    rename_team_api_v1_teams__team_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    put_into_team_api_v1_teams__team_id__members__account_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    take_out_of_team_api_v1_teams__team_id__members__account_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    read_usage_api_v1_usage_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_workflows_api_v1_workflows_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                domain?: ("software" | "manufacturing" | "healthcare" | "finance" | "general") | null;
                /** @description How many items at most. */
                limit?: number;
                project_id?: string | null;
                /** @description Words that the title must have. */
                q?: string;
                /** @description Handed in at this moment or later. */
                since?: string | null;
                /** @description How the newest analysis stands. */
                status?: ("queued" | "running" | "paused" | "completed" | "partial" | "failed" | "cancelled")[];
                /** @description Handed in before this moment. */
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_WorkflowSummary_"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    submit_workflow_api_v1_workflows_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the client: the same request sent again with it gets the first answer. */
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWorkflow"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Too Many Requests; `code` names the problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    read_workflow_api_v1_workflows__workflow_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowRead"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    delete_workflow_api_v1_workflows__workflow_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    read_analysis_api_v1_workflows__workflow_id__analysis_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalysisSoFar"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    read_agent_of_analyst_api_v1_workflows__workflow_id__analysts__analyst__agent_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                analyst: "workflow-analyzer" | "task-decomposer" | "actor-identifier" | "automation-assessor" | "requirements-extractor" | "process-designer" | "quality-analyzer" | "technical-analyzer";
                workflow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsedAgent"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_artifacts_api_v1_workflows__workflow_id__artifacts_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ArtifactRead_"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    export_artifact_api_v1_workflows__workflow_id__artifacts__artifact___file_format__get: {
        parameters: {
            query?: {
                /** @description Answer as an attachment with a file name. */
                download?: boolean;
            };
            header?: never;
            path: {
                artifact: string;
                file_format: string;
                workflow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": unknown;
                    "text/html": unknown;
                    "text/markdown": unknown;
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    compare_versions_api_v1_workflows__workflow_id__compare_get: {
        parameters: {
            query?: {
                after?: number;
                after_edited?: boolean;
                before?: number;
                before_edited?: boolean;
            };
            header?: never;
            path: {
                workflow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_edits_api_v1_workflows__workflow_id__edits_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditLog"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    edit_workflow_api_v1_workflows__workflow_id__edits_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflow_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEdits"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditLog"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    redo_edit_api_v1_workflows__workflow_id__edits_redo_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflow_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Base"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditLog"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    undo_edit_api_v1_workflows__workflow_id__edits_undo_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflow_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Base"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditLog"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    stream_workflow_api_v1_workflows__workflow_id__events_get: {
        parameters: {
            query?: never;
            header?: {
                "Last-Event-ID"?: number | null;
            };
            path: {
                workflow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": {
                        data?: string;
                        event?: string;
                        id?: string;
                        retry?: string;
                    };
                };
            };
            /** @description The stream is over, and the client has seen its end. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    export_workflow_api_v1_workflows__workflow_id__export__format_name__get: {
        parameters: {
            query?: {
                /** @description Answer as an attachment with a file name. */
                download?: boolean;
                /** @description The process as it is, or as it could be. */
                of?: "as_is" | "to_be";
                /** @description In colour, to print in black, or for dark pages. */
                variant?: "light" | "print" | "dark";
            };
            header?: never;
            path: {
                format_name: string;
                workflow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/bpmn+xml": unknown;
                    "application/pdf": unknown;
                    "application/vnd.jgraph.mxfile": unknown;
                    "application/vnd.ms-visio.drawing": unknown;
                    "application/zip": unknown;
                    "image/png": unknown;
                    "image/svg+xml": unknown;
                    "text/html": unknown;
                    "text/vnd.graphviz": unknown;
                    "text/vnd.mermaid": unknown;
                    "text/vnd.plantuml": unknown;
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    regenerate_workflow_api_v1_workflows__workflow_id__regenerate_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the client: the same request sent again with it gets the first answer. */
                "idempotency-key"?: string | null;
            };
            path: {
                workflow_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Regeneration"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Too Many Requests; `code` names the problem */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    send_tasks_api_v1_workflows__workflow_id__tasks_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflow_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SendTasks"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentTasks"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Conflict; `code` names the problem */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_versions_api_v1_workflows__workflow_id__versions_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_VersionRead_"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    draw_version_api_v1_workflows__workflow_id__versions__version__drawing_get: {
        parameters: {
            query?: {
                /** @description With the edits that people made, or as the analysts left it. */
                edited?: boolean;
            };
            header?: never;
            path: {
                version: number;
                workflow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Not Found; `code` names the problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    read_file_api_v1_workflows_files_post: {
        parameters: {
            query: {
                /** @description The file's name, for its ending. */
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileText"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Request Entity Too Large; `code` names the problem */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
    list_samples_api_v1_workflows_samples_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SampleRead_"];
                };
            };
            /** @description Unauthorized; `code` names the problem */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Forbidden; `code` names the problem */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Unprocessable Entity; `code` names the problem */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
            /** @description Internal Server Error; `code` names the problem */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemRead"];
                };
            };
        };
    };
}
