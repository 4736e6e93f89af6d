/**
 * What the client's methods do, one class per subject: which endpoints are asked, in which order, and what follows from their
 * answers.
 */
@NullMarked
package io.github.registryclient.http.internal.operation;

import org.jspecify.annotations.NullMarked;
