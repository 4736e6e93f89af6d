/** Listings as users see them, of registries that WireMock or a small server plays. */
package io.github.registryclient.http.listing;
