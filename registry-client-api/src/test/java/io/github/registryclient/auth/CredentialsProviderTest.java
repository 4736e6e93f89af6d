package io.github.registryclient.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.name.RepositoryName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CredentialsProviderTest {
    private static final String SECRET = "swordfish-5174";
    private static final Credentials OLD = Credentials.basic("alice", "old");
    private static final Credentials NEW = Credentials.basic("alice", "new");
    private static final Credentials OTHER = Credentials.bearer("other");

    private final List<String> asked = new ArrayList<>();

    /** Gives one thing, and another one after a refusal. */
    private class Renewing implements CredentialsProvider {
        private final String name;
        private final Credentials first;
        private final Credentials renewed;

        Renewing(String name, Credentials first, Credentials renewed) {
            this.name = name;
            this.first = first;
            this.renewed = renewed;
        }

        @Override
        public Credentials credentials(String host, Optional<RepositoryName> repository) {
            asked.add(name + " " + host + repository.map(path -> "/" + path).orElse(""));
            return first;
        }

        @Override
        public Credentials refresh(String host, Optional<RepositoryName> repository, Credentials refused) {
            asked.add(name + " again");
            return renewed;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private Renewing none(String name) {
        return new Renewing(name, Credentials.anonymous(), Credentials.anonymous());
    }

    @Test
    void all_of_several_are_told_how_long_their_caller_can_wait() {
        Supplier<Duration> left = () -> Duration.ofMillis(5);
        List<Supplier<Duration>> told = new ArrayList<>();
        CredentialsProvider hurried = new Renewing("hurried", OLD, NEW) {
            @Override
            public Credentials credentials(
                    String host, Optional<RepositoryName> repository, Supplier<Duration> within) {
                told.add(within);
                return super.credentials(host, repository);
            }

            @Override
            public Credentials refresh(
                    String host, Optional<RepositoryName> repository, Credentials refused, Supplier<Duration> within) {
                told.add(within);
                return super.refresh(host, repository, refused);
            }
        };
        CredentialsProvider several = CredentialsProvider.firstOf(none("a"), hurried);

        assertThat(several.credentials("r.example", Optional.empty(), left)).isEqualTo(OLD);
        assertThat(several.refresh("r.example", Optional.empty(), OLD, left)).isEqualTo(NEW);
        assertThat(told).containsExactly(left, left, left);
    }

    @Test
    void a_fixed_provider_gives_the_same_to_everybody_and_has_no_others() {
        Credentials credentials = Credentials.basic("alice", SECRET);
        CredentialsProvider provider = CredentialsProvider.fixed(credentials);
        Optional<RepositoryName> repository = Optional.of(RepositoryName.of("a/b"));

        assertThat(provider.credentials("host:5000", Optional.empty())).isEqualTo(credentials);
        assertThat(provider.credentials("other", repository)).isEqualTo(credentials);
        assertThat(provider.refresh("other", repository, credentials)).isEqualTo(credentials);
        assertThat(provider.toString()).doesNotContain(SECRET);
        assertThat(CredentialsProvider.anonymous()
                        .credentials("host", repository)
                        .isAnonymous())
                .isTrue();
    }

    @Test
    void refreshing_asks_again_unless_a_provider_knows_better() {
        int[] asked = {0};
        CredentialsProvider provider = (host, repository) -> Credentials.basic("alice", "password-" + ++asked[0]);
        Credentials first = provider.credentials("host", Optional.empty());

        assertThat(provider.refresh("host", Optional.empty(), first).password()).isEqualTo("password-2");
    }

    @Test
    void the_first_that_has_credentials_gives_them() {
        CredentialsProvider provider =
                CredentialsProvider.firstOf(none("a"), new Renewing("b", OLD, NEW), new Renewing("c", OTHER, OTHER));

        assertThat(provider.credentials("host:5000", Optional.of(RepositoryName.of("x/y"))))
                .isEqualTo(OLD);
        assertThat(asked).containsExactly("a host:5000/x/y", "b host:5000/x/y");
        assertThat(provider).hasToString("a, then b, then c");
    }

    @Test
    void where_nobody_has_any_there_are_none() {
        CredentialsProvider provider = CredentialsProvider.firstOf(none("a"), none("b"));

        assertThat(provider.credentials("host", Optional.empty()).isAnonymous()).isTrue();
        assertThat(provider.refresh("host", Optional.empty(), OLD).isAnonymous())
                .isTrue();
        assertThat(CredentialsProvider.firstOf()
                        .credentials("host", Optional.empty())
                        .isAnonymous())
                .isTrue();
    }

    @Test
    void a_refusal_is_told_to_the_one_that_gave_what_was_refused() {
        CredentialsProvider provider =
                CredentialsProvider.firstOf(none("a"), new Renewing("b", OLD, NEW), new Renewing("c", OTHER, OTHER));

        assertThat(provider.refresh("host", Optional.empty(), OLD)).isEqualTo(NEW);
        assertThat(asked).containsExactly("a host", "b host", "b again");
    }

    @Test
    void what_changed_by_itself_since_is_taken_without_a_refresh() {
        CredentialsProvider provider = CredentialsProvider.firstOf(new Renewing("a", NEW, OTHER));

        assertThat(provider.refresh("host", Optional.empty(), OLD)).isEqualTo(NEW);
        assertThat(asked).containsExactly("a host");
    }

    @Test
    void who_has_none_after_a_refusal_lets_the_next_one_speak() {
        CredentialsProvider provider = CredentialsProvider.firstOf(
                new Renewing("a", OLD, Credentials.anonymous()), new Renewing("b", OTHER, OTHER));

        assertThat(provider.refresh("host", Optional.empty(), OLD)).isEqualTo(OTHER);
    }

    @Test
    void a_provider_that_gives_null_is_named() {
        CredentialsProvider provider = CredentialsProvider.firstOf(none("a"), (host, repository) -> null);

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> provider.credentials("host", Optional.empty()))
                .withMessageContainingAll(CredentialsProviderTest.class.getName(), "Credentials.anonymous()");
    }

    @Test
    void null_is_refused() {
        assertThatNullPointerException().isThrownBy(() -> CredentialsProvider.fixed(null));
        assertThatNullPointerException().isThrownBy(() -> CredentialsProvider.firstOf(none("a"), null));
    }
}
