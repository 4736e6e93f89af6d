/** What answers say, whoever gave them: refusals, missing things, pages for people, successes that tell of errors. */
@NullMarked
package io.github.registryclient.http.internal.answer;

import org.jspecify.annotations.NullMarked;
