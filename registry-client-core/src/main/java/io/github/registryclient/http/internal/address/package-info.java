/** Addresses as they must be sent, as servers send them, and as they may be shown; what two of them have in common. */
@NullMarked
package io.github.registryclient.http.internal.address;

import org.jspecify.annotations.NullMarked;
