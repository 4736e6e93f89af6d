/** What this library's modules share among themselves: how values are generated, how foreign text is shown. No promise of stability. */
@NullMarked
package io.github.registryclient.internal;

import org.jspecify.annotations.NullMarked;
