package io.github.registryclient.tests.nginx;

import java.nio.file.Path;

/** The contract where a connection lives for three requests. */
class ShortLivesContractTest extends NginxContract {
    @Override
    Upstream upstream(Path folder) {
        return Upstream.embedded();
    }

    @Override
    Site site(Site plain) {
        return plain.with("keepalive_requests 3;");
    }
}
