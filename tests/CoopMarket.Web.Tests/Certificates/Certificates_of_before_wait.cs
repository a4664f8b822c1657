using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Hosting.Verbs;
using CoopMarket.Web.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CoopMarket.Web.Tests.Certificates;

/// <summary>What products held before certificates were checked comes over row by row, and waits for its paper.</summary>
public sealed class Certificates_of_before_wait : IDisposable
{
    private const string OnSqlite = """
        INSERT INTO catalog_certificates (id, product, kind, name, stars, number, issuer, issued, expires, version)
        SELECT {0}, p.id, 'Ocop', {1}, 4, {2}, {1}, '2025-07-01', NULL, 3 FROM catalog_products p
        """;

    private const string OnPostgres = """
        INSERT INTO catalog_certificates (id, product, kind, name, stars, number, issuer, issued, expires, version)
        SELECT {0}::uuid, p.id, 'Ocop', {1}, 4, {2}, {1}, date '2025-07-01', NULL, 3 FROM catalog_products p
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("coopmarket-certificates-").FullName;

    [Theory, EveryDatabase]
    internal async Task No_row_is_lost_and_none_is_shown(DatabaseProvider provider)
    {
        var connection = provider == DatabaseProvider.Sqlite ? $"Data Source={Path.Combine(_folder, "market.db")}" : await TestDatabases.BarePostgresAsync();
        var product = Product.Start(new(Guid.NewGuid()), new(Guid.NewGuid()), "toi-den", new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero));
        CertificateId[] ids = [new(Guid.NewGuid()), new(Guid.NewGuid())];
        await using (var db = TestDatabases.Open(provider, connection))
        {
            await db.GetService<IMigrator>().MigrateAsync("20261129200500_LotRecalls");
            db.Add(product);
            await db.SaveChangesAsync();
            var text = db.Model.FindEntityType(typeof(Product))!.FindProperty(nameof(Product.Name))!.GetTypeMapping().Converter!;
            foreach (var id in ids)
                await db.Database.ExecuteSqlRawAsync(
                    provider == DatabaseProvider.Sqlite ? OnSqlite : OnPostgres, provider == DatabaseProvider.Sqlite ? id.Value.ToString().ToUpperInvariant() : id.Value.ToString(),
                    text.ConvertToProvider(new LocalizedText("OCOP 4 sao"))!, "1127/" + id);
        }

        await using (var db = TestDatabases.Open(provider, connection))
        {
            await Migrate.UpAsync(db, default);
            var kept = await db.Set<Certificate>().AsNoTracking().ToListAsync();
            kept.Select(c => c.Id).ShouldBe(ids, ignoreOrder: true);
            foreach (var certificate in kept)
            {
                (certificate.Cooperative, certificate.State, certificate.Paper, certificate.Number, certificate.Stars, certificate.AskedAt).ShouldBe(
                    (product.Cooperative, CertificateState.Waiting, null, "1127/" + certificate.Id, 4, product.StartedAt));
                certificate.Products.ShouldHaveSingleItem().Product.ShouldBe(product.Id);
                certificate.Confirm(certificate.Hash, null, product.StartedAt).ShouldBe(new CertificateNeedsPaper());
            }
        }

        await TestDatabases.DropAsync(provider, connection);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
