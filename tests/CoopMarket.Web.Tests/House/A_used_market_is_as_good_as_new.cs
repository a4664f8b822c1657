using System.Net;
using CoopMarket.Domain.Photos;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Storefront;
using FluentValidation;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CoopMarket.Web.Tests.House;

/// <summary>One test's market must tell the next nothing of what happened in it.</summary>
public sealed class A_used_market_is_as_good_as_new
{
    private const string Address = "192.0.2.7";

    /// <summary>The market's own services of which there is one for all, and which hold nothing of those who came.</summary>
    private static readonly string[] Forgetful =
    [
        "Assets", "BankTransferSettings", "BlobSettings", "CashLimits", "Collisions", "Countries", "DatabaseSettings", "Deliver", "EachAlone", "EmailSituation", "FeedFiles", "IBlobs", "IPost", "Ids",
        "LinkPictureFiles", "MailFolder", "MakeVariants", "MarketCookies", "MarketSettings", "Masters", "MovedClock", "OutsideWarning", "Passwords", "PhotoMasters", "PayoutSettings", "RateFeedSettings", "RateLimitSettings", "Readers`1", "RefundSettings", "SealedSecrets", "SeedPictures", "SmtpSettings",
        "SqlitePragmas", "Stage", "StripeBooks", "StripeCards", "StripeConnect", "StripeDoor", "OwnScope", "StripeSettings", "Subscription", "Subscriptions", "VietcombankFeed", "Words",
    ];

    [Theory, EveryDatabase]
    internal async Task Nothing_is_left_of_whoever_was_there(DatabaseProvider provider)
    {
        var own = Own(provider);
        var first = await Market.OpenAsync(provider, own);
        var (host, fresh, nine) = (HostOf(first), await DumpAsync(first), first.Clock.GetUtcNow());
        var session = await LiveAsync(first);
        (await DumpAsync(first)).ShouldNotBe(fresh);
        await first.DisposeAsync();

        await using var second = await Market.OpenAsync(provider, own);
        HostOf(second).ShouldBeSameAs(host, "else this test shows nothing");
        (await DumpAsync(second)).ShouldBe(fresh);
        second.Services.GetRequiredService<TimeProvider>().GetUtcNow().ShouldBe(nine);
        second.Clock.GetUtcNow().ShouldBe(nine);
        (second.Post.Letters.Count, second.Post.Fault, second.Log.Lines.Count).ShouldBe((0, null, 0));
        Directory.GetFiles(second.Services.GetRequiredService<MarketSettings>().DataDirectory, "*", SearchOption.AllDirectories)
            .Select(Path.GetFileName).Where(f => f!.StartsWith("market.db", StringComparison.Ordinal) is false && f.StartsWith("key-", StringComparison.Ordinal) is false).ShouldBeEmpty();
        IsAllowed(second).ShouldBeTrue();
        using var visitor = second.BrowserWith(session);
        (await visitor.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "her session was the other market's");
        using var reader = second.CreateClient();
        (await reader.GetStringAsync("/products")).ShouldNotContain("Tỏi thật lạ");
        (await reader.GetStringAsync("/healthz")).ShouldBe("alive");
    }

    [Fact]
    internal async Task Where_the_tables_were_changed_nobody_moves_in_again()
    {
        var own = Own(DatabaseProvider.Postgres);
        if (PostgresServer.IsExcused)
            Assert.Skip(PostgresServer.Excuse);
        foreach (var change in new[]
        {
            "ALTER TABLE catalog_products RENAME TO gone", "DROP TRIGGER settlement_lines_no_change ON settlement_lines", "CREATE TABLE twin (id int)",
            "ALTER TABLE settlement_lines DISABLE TRIGGER USER", "CREATE INDEX twin ON catalog_products (state)",
        })
        {
            var first = await Market.OpenAsync(DatabaseProvider.Postgres, own);
            var host = HostOf(first);
            await first.InDbAsync(db => db.Database.ExecuteSqlRawAsync(change));
            await first.DisposeAsync();
            await using var second = await Market.OpenFreshAsync(DatabaseProvider.Postgres, own);
            HostOf(second).ShouldNotBeSameAs(host, change);
            UsedLodgings.TryTake(UsedLodgings.KindOf(DatabaseProvider.Postgres, own)!).ShouldBeNull(change);
        }
    }

    [Fact]
    internal async Task Where_something_still_works_nobody_moves_in()
    {
        if (PostgresServer.IsExcused)
            Assert.Skip(PostgresServer.Excuse);
        var own = Own(DatabaseProvider.Postgres);
        var market = await Market.OpenAsync(DatabaseProvider.Postgres, own);
        await using var scope = market.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MarketDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlRawAsync("SELECT 1");
        await market.DisposeAsync();
        UsedLodgings.TryTake(UsedLodgings.KindOf(DatabaseProvider.Postgres, own)!).ShouldBeNull();
    }

    [Fact]
    internal async Task Only_markets_of_the_same_settings_follow_each_other()
    {
        var own = Own(DatabaseProvider.Sqlite);
        var first = await Market.OpenAsync(DatabaseProvider.Sqlite, own);
        var host = HostOf(first);
        await first.DisposeAsync();
        await using var other = await Market.OpenAsync(DatabaseProvider.Sqlite, [own[0], own[1], ("BankTransfer:AccountName", "SOMEBODY ELSE")]);
        HostOf(other).ShouldNotBeSameAs(host);
        await using var second = await Market.OpenAsync(DatabaseProvider.Sqlite, [own[2], own[1], own[0]]);
        HostOf(second).ShouldBeSameAs(host);
        UsedLodgings.KindOf(DatabaseProvider.Sqlite, [("RateLimits:Factor", "1")]).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    internal async Task Every_service_that_could_remember_something_is_known(DatabaseProvider provider)
    {
        await using var market = await Market.OpenFreshAsync(provider);
        IReadOnlyList<ServiceDescriptor> all = [];
        await using var app = market.WithWebHostBuilder(host => host.ConfigureTestServices(services => all = [.. services]));
        _ = app.Services;
        var own = all.Where(s => s.Lifetime == ServiceLifetime.Singleton && !s.IsKeyedService && !s.ServiceType.IsAssignableTo(typeof(IValidator)))
            .Select(s => s.ServiceType).Where(t => t.FullName!.StartsWith("CoopMarket.Web.", StringComparison.Ordinal)).Distinct().Except(UsedLodgings.Rememberers).Select(t => t.Name);
        own.Except(Forgetful).ShouldBeEmpty("whatever remembers belongs to UsedLodgings.Rememberers, whatever does not to the list here");
    }

    // So that this test alone goes in and out.
    private static (string Key, string Value)[] Own(DatabaseProvider provider, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
        => [("BankTransfer:Bin", "970405"), ("BankTransfer:AccountNumber", "7900205123456"), ("BankTransfer:AccountName", $"{provider} {test}")];

    private static IHost HostOf(Market market) => market.Services.GetRequiredService<IHost>();

    private static bool IsAllowed(Market market)
    {
        using var lease = market.Services.GetRequiredService<Permits>().Ask(Limit.SignIn, Address);
        return lease.IsAcquired & market.Services.GetRequiredService<SignInThrottle>().Allows("mai@thu.test", Address, isKnown: false);
    }

    /// <summary>Does something of everything; answers what the cookie of a session holds.</summary>
    private static async Task<string> LiveAsync(Market market)
    {
        var product = await market.LiveProductAsync(name: "Tỏi thật lạ");
        await market.RebuildSearchAsync();
        using var reader = market.CreateClient();
        (await reader.GetStringAsync("/products")).ShouldContain("Tỏi thật lạ");
        (await market.AddPhotoAsync(await market.NewSellerAsync(), new(PhotoSubjectKind.Product, product.Product.Value))).ShouldNotBeNull();
        await market.DevelopAsync();
        using var forgetful = market.Guest();
        var person = await market.RegisteredAsync("mai@thu.test");
        (await forgetful.PostFormAsync("/account/forgotten", ("Form.Who", "mai@thu.test"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await market.DeliverAsync();
        market.Post.Letters.ShouldNotBeEmpty();
        market.Log.Lines.ShouldNotBeEmpty();
        market.Post.Fault = new InvalidOperationException();
        market.Clock.Advance(TimeSpan.FromDays(400));
        while (IsAllowed(market))
        {
        }

        return await market.SessionFor(person);
    }

    private static Task<string> DumpAsync(Market market) => market.InDbAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        List<string> rows = [];
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal).Append("\"__EFMigrationsHistory\""))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            await using var reader = await command.ExecuteReaderAsync();
            var row = new object[reader.FieldCount];
            while (await reader.ReadAsync())
            {
                reader.GetValues(row);
                rows.Add(table + " " + string.Join('|', row));
            }
        }

        return string.Join('\n', rows);
    });
}
