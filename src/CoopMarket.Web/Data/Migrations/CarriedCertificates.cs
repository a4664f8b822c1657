namespace CoopMarket.Web.Data.Migrations;

/// <summary>
/// Brings certificates that products held into the cooperatives' book, each for the product that held it. Nobody has seen their
/// papers, so they wait, without a paper, and buyers don't see them until an admin has looked (decision record 36).
/// </summary>
internal static class CarriedCertificates
{
    /// <summary>The rows, as both databases read it.</summary>
    public const string Rows = """
        INSERT INTO certificates_certificates (id, cooperative, kind, name, stars, number, issuer, issued, expires, paper, state, reason, asked_at, checked_by, checked_at, reminded, version)
        SELECT c.id, p.cooperative, c.kind, c.name, c.stars, c.number, c.issuer, c.issued, c.expires, NULL, 'Waiting', '', p.started_at, NULL, NULL, NULL, c.version
        FROM catalog_certificates c JOIN catalog_products p ON p.id = c.product
        """;

    /// <summary>What each covers.</summary>
    public const string Products = "INSERT INTO certificates_products (certificate, product) SELECT id, product FROM catalog_certificates";
}
