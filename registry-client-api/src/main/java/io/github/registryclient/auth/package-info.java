/** Who is asking: credentials, and where they come from. Nothing here prints a secret. */
@NullMarked
package io.github.registryclient.auth;

import org.jspecify.annotations.NullMarked;
