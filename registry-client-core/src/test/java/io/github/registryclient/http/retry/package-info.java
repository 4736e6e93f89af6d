/** Authentication as users see it, against a small registry and token server that play known servers' parts. */
package io.github.registryclient.http.retry;
