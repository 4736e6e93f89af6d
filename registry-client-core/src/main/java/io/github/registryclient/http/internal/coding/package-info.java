/** What proxies do to bodies that nobody asked for. */
@NullMarked
package io.github.registryclient.http.internal.coding;

import org.jspecify.annotations.NullMarked;
