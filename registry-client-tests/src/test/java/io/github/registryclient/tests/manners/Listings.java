package io.github.registryclient.tests.manners;

/** What one can ask of listings. */
final class Listings {
    private Listings() {}

    /** Whether this is a registry, and a path that leads nowhere. */
    static String[] support() {
        return new String[] {
            "GET /v2/", "HEAD /v2/", "GET /v2/?n=1", "GET /v2/nosuch",
        };
    }

    /** Requests for tags of repositories that have some, where every server has an order. */
    static String[] tags() {
        return new String[] {
            "GET /v2/a/b/tags/list",
            "GET /v2/a/b/tags/list?n=2",
            "GET /v2/a/b/tags/list?n=2&last=1.10",
            "GET /v2/a/b/tags/list?last=1.10",
            "GET /v2/a/b/tags/list?n=5",
            "GET /v2/a/b/tags/list?n=6",
            "GET /v2/a/b/tags/list?n=7",
            "GET /v2/a/b/tags/list?n=2&last=b",
            "GET /v2/a/b/tags/list?n=2&last=latest",
            "GET /v2/a/b/tags/list?last=latest",
            "GET /v2/a/b/tags/list?n=2&last=1.1",
            "GET /v2/a/b/tags/list?n=2&last=1.11",
            "GET /v2/a/b/tags/list?last=A",
            "GET /v2/a/b/tags/list?last=zzz",
            "GET /v2/a/b/tags/list?n=2&last=zzz",
            "GET /v2/a/b/tags/list?n=2&last=%2F..%2F",
            "GET /v2/a/b/tags/list?n=2&last=",
            "GET /v2/a/b/tags/list?n=0",
            "GET /v2/a/b/tags/list?n=0&last=1.10",
            "GET /v2/a/b/tags/list?n=",
            "GET /v2/a/b/tags/list?n=-1",
            "GET /v2/a/b/tags/list?n=x",
            "GET /v2/a/b/tags/list?n=2.5",
            "GET /v2/a/b/tags/list?n=%2B2",
            "GET /v2/a/b/tags/list?n=1000",
            "GET /v2/a/b/tags/list?n=1001",
            "GET /v2/a/b/tags/list?n=99999999999999999999",
            "GET /v2/a/b/tags/list?n=-99999999999999999999",
            "GET /v2/a/b/tags/list?n=2&n=3",
            "GET /v2/a/b/tags/list?n=2&unknown=1",
            "GET /v2/a/tags/list",
            "GET /v2/a/tags/list?n=1",
        };
    }

    /** Requests for tags of repositories that have none, and of paths that lead nowhere. */
    static String[] noTags() {
        return new String[] {
            "GET /v2/nosuch/tags/list",
            "GET /v2/nosuch/tags/list?n=0",
            "GET /v2/nosuch/tags/list?n=5",
            "GET /v2/nosuch/tags/list?n=x",
            "GET /v2/nosuch/tags/list?last=x",
            "GET /v2/emptied/tags/list",
            "GET /v2/emptied/tags/list?n=5",
            "GET /v2/emptied/tags/list?last=a",
            "GET /v2/untagged/tags/list",
            "GET /v2/untagged/tags/list?n=5",
            "GET /v2/blobs-only/tags/list",
            "GET /v2/UPPER/tags/list",
            "GET /v2/-a/tags/list",
            "GET /v2/a/tags/list/",
            "GET /v2/a/tags/list/?n=1",
            "GET /v2/a/tags",
            "HEAD /v2/a/b/tags/list",
            "HEAD /v2/nosuch/tags/list",
            "POST /v2/a/b/tags/list",
            "PUT /v2/a/b/tags/list",
            "DELETE /v2/a/b/tags/list",
        };
    }

    /** Requests for repositories that page. */
    static String[] catalog() {
        return new String[] {
            "GET /v2/_catalog?n=1",
            "GET /v2/_catalog?n=2",
            "GET /v2/_catalog?n=2&last=a%2Fb",
            "GET /v2/_catalog?n=2&last=a/b",
            "GET /v2/_catalog?n=3&last=a-b",
            "GET /v2/_catalog?n=2&last=",
            "GET /v2/_catalog?n=2&last=A",
            "GET /v2/_catalog?n=2&last=nosuch",
            "GET /v2/_catalog?n=2&last=r2",
            "GET /v2/_catalog?n=2&last=r2%2F3",
            "GET /v2/_catalog?n=2&last=untagged",
            "GET /v2/_catalog?n=2&last=zzz",
            "GET /v2/_catalog?n=%2B2",
            "GET /v2/_catalog?n=2&n=3",
            "GET /v2/_catalog?n=2&unknown=1",
            "GET /v2/_catalog?unknown=1&n=2",
            "GET /v2/_catalog?n=7",
            "GET /v2/_catalog?n=8",
            "GET /v2/_catalog?n=9",
            "GET /v2/_catalog?n=10",
        };
    }

    /** Requests for repositories that are answered in one page, or refused. */
    static String[] wholeCatalog() {
        return new String[] {
            "GET /v2/_catalog",
            "GET /v2/_catalog?last=a%2Fb",
            "GET /v2/_catalog?last=nosuch",
            "GET /v2/_catalog?last=zzz",
            "GET /v2/_catalog?n=",
            "GET /v2/_catalog?n=0",
            "GET /v2/_catalog?n=-1",
            "GET /v2/_catalog?n=x",
            "GET /v2/_catalog?n=2.5",
            "GET /v2/_catalog?n=1000",
            "GET /v2/_catalog?n=1001",
            "GET /v2/_catalog?n=99999999999999999999",
            "GET /v2/_catalog?n=-99999999999999999999",
            "GET /v2/_catalog/",
            "HEAD /v2/_catalog",
            "POST /v2/_catalog",
            "DELETE /v2/_catalog",
        };
    }
}
