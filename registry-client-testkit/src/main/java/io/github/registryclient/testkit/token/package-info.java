/**
 * Tokens as Docker's token authentication has them: scopes, users and what they may, keys, and signed claims. Knows nothing of
 * HTTP. Not exported. Source: distribution, {@code docs/content/spec/auth/}: {@code scope.md}, {@code jwt.md}.
 */
@NullMarked
package io.github.registryclient.testkit.token;

import org.jspecify.annotations.NullMarked;
