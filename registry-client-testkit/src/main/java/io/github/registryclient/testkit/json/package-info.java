/**
 * JSON of answers, as registries and token servers give it: documents, and the form that Docker and the OCI distribution spec have
 * for errors. Not exported.
 */
@NullMarked
package io.github.registryclient.testkit.json;

import org.jspecify.annotations.NullMarked;
