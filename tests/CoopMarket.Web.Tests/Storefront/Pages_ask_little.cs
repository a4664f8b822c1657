using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Lots;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Search;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Storefront;

/// <summary>How often a page asks the database, and how the database looks for the answers.</summary>
public sealed partial class Pages_ask_little
{
    private const int Most = 4;
    private const int MostForASlip = 7;

    private const string Slip = "/search?q=mat+omg";

    [Theory, EveryDatabase]
    internal async Task No_page_asks_more_than_four_questions_and_none_of_them_reads_a_whole_table(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var slugs = await DemoShelves.FillAsync(market);
        var seller = (await market.RowsAsync<Cooperative>()).First(c => c.State == SellerState.Approved).Slug;
        await SayAsync(market);
        var story = (await market.RowsAsync<Story>()).First(s => s.State == StoryState.Live).Slug;
        var label = await LabelAsync(market, slugs.Values.First());
        Questions questions = new();
        await using var host = Overheard(market, provider, questions);
        using var reader = host.CreateClient();
        await reader.GetStringAsync("/");

        List<string> faults = [];
        HashSet<string> known = new(StringComparer.Ordinal);
        string[] pages =
        [
            "/", "/products", "/products?p=2", "/products?order=unit", "/products?season=on&to=FR", "/c/mat-ong", "/search", "/search?q=toi+den", "/search?q=mat+ong&order=cheapest", Slip,
            "/cooperatives", "/cooperatives/" + seller, "/stories", "/stories/" + story, .. slugs.Values.Select(s => "/p/" + s), "/p/" + slugs.Values.First() + "/reviews", "/cart", "/about", "/q/" + label,
        ];
        foreach (var page in pages)
        {
            questions.Asked.Clear();
            // Another address than any before: what is kept of a page is not looked at.
            var answer = await reader.GetAsync(page + (page.Contains('?') ? "&" : "?") + "fresh=1");
            answer.IsSuccessStatusCode.ShouldBeTrue(page);
            var asked = questions.Asked.ToList();
            if (asked.Count > (page == Slip ? MostForASlip : Most))
                faults.Add($"{page} asks {asked.Count}:\n" + string.Join("\n", asked.Select(a => "  " + a.ReplaceLineEndings(" "))));
            // An empty list leaves a question that nobody need look for.
            foreach (var question in asked.Where(a => !a.Contains("WHERE 0", StringComparison.Ordinal) && known.Add(a)))
                faults.AddRange((await ScansAsync(market, question)).Select(scan => $"{page}: {scan}: {question.ReplaceLineEndings(" ")}"));
        }

        faults.ShouldBeEmpty();
    }

    // Of everything on sale four buyers say something.
    private static Task<int> SayAsync(Market market) => market.InDbAsync(async db =>
    {
        var ids = market.Services.GetRequiredService<Ids>();
        foreach (var product in await db.Set<Product>().AsNoTracking().ToListAsync())
            for (var stars = 2; stars <= 5; stars++)
                db.Add(Review.Write(
                    ids.New<ReviewId>(), new(ids.New<OrderLineId>(), ids.New<OrderId>(), product.Cooperative, product.Id, product.Name, market.Clock.Now()),
                    new(stars, "Lời của người mua", "", "vi"), "test", market.Clock.Now()).Value);
        return await db.SaveChangesAsync();
    });

    [Theory, EveryDatabase]
    internal async Task Of_what_is_known_a_page_asks_what_is_left_and_nothing_else(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var slugs = await DemoShelves.FillAsync(market);
        var seller = (await market.RowsAsync<Cooperative>()).First(c => c.State == SellerState.Approved).Slug;
        var story = (await market.RowsAsync<Story>()).First(s => s.State == StoryState.Live).Slug;
        Questions questions = new();
        await using var host = Overheard(market, provider, questions);
        using var reader = host.CreateClient();
        foreach (var page in (string[])["/", "/c/mat-ong", "/cooperatives/" + seller, "/stories/" + story, "/p/" + slugs.Values.First()])
        {
            (await reader.GetAsync(page.Anew())).IsSuccessStatusCode.ShouldBeTrue(page);
            questions.Asked.Clear();
            (await reader.GetAsync(page.Anew())).IsSuccessStatusCode.ShouldBeTrue(page);
            // Photos that are not made yet are looked for each time.
            questions.Asked.Where(q => !q.Contains("photos_photos", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain("on_hand", customMessage: page);
        }
    }

    [Theory, EveryDatabase]
    internal async Task A_question_that_reads_a_whole_table_is_found_out(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        (await ScansAsync(market, "SELECT * FROM catalog_products AS p WHERE p.made_to_order_days = 3")).ShouldNotBeEmpty();
        (await ScansAsync(market, "SELECT * FROM catalog_products AS p WHERE p.slug = 'x'")).ShouldBeEmpty();
    }

    private static WebApplicationFactory<Program> Overheard(Market market, DatabaseProvider provider, Questions questions) => market.WithWebHostBuilder(h => h.ConfigureTestServices(services =>
    {
        services.ConfigureDbContext<SqliteMarketDb>(options => options.AddInterceptors(questions));
        services.ConfigureDbContext<PostgresMarketDb>(options => options.AddInterceptors(questions));
        services.AddScoped(s => new MarketReads(Asking(provider, s.GetRequiredService<MarketDb>().Database.GetConnectionString()!, questions)));
    }));

    // The code of a lot of a product.
    private static async Task<string> LabelAsync(Market market, string slug)
    {
        var product = (await market.RowsAsync<Product>()).Single(p => p.Slug == slug);
        await market.SendAsync(new RecordLot.Command(Actor.Job("tests"), product.Cooperative, product.Id, new() { MadeOn = new(2026, 11, 1) }));
        return (await market.RowsAsync<Lot>()).Single().Code;
    }

    private static MarketDb Asking(DatabaseProvider provider, string connection, Questions questions) => provider == DatabaseProvider.Sqlite
        ? new SqliteMarketDb((DbContextOptions<SqliteMarketDb>)new DbContextOptionsBuilder<SqliteMarketDb>().OnSqlite(connection).AddInterceptors(questions).Options)
        : new PostgresMarketDb((DbContextOptions<PostgresMarketDb>)new DbContextOptionsBuilder<PostgresMarketDb>().OnPostgres(connection).AddInterceptors(questions).Options);

    // What the database says that it would do, were every table large.
    private static async Task<IReadOnlyList<string>> ScansAsync(Market market, string question) => await market.InDbAsync<IReadOnlyList<string>>(async db =>
    {
        var isSqlite = db is SqliteMarketDb;
        await db.Database.OpenConnectionAsync();
        await using var explain = db.Database.GetDbConnection().CreateCommand();
        var (asked, values) = Numbered(question);
        if (!isSqlite)
        {
            // What its values are is all one to this plan.
            explain.CommandText = $"DEALLOCATE ALL; SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan; PREPARE question AS {asked}";
            await explain.ExecuteNonQueryAsync();
        }

        explain.CommandText = isSqlite ? $"EXPLAIN QUERY PLAN {question}" : "EXPLAIN EXECUTE question" + (values.Count == 0 ? "" : $"({string.Join(", ", values.Select(_ => "NULL"))})");
        foreach (var value in isSqlite ? values : [])
        {
            var parameter = explain.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (value, DBNull.Value);
            explain.Parameters.Add(parameter);
        }

        List<string> steps = [];
        await using var plan = await explain.ExecuteReaderAsync();
        while (await plan.ReadAsync())
            steps.Add(plan.GetString(isSqlite ? 3 : 0).Trim());
        // What a part of the question itself came to is gone through as a whole, and is no table.
        var parts = steps.Select(s => Part().Match(s)).Where(m => m.Success).Select(m => "SCAN " + m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        return [.. steps.Where(s => (isSqlite ? ScanOfLite() : ScanOfGres()).IsMatch(s) && !parts.Contains(s))];
    });

    private static (string Asked, IReadOnlyList<string> Values) Numbered(string question)
    {
        List<string> values = [.. Parameter().Matches(question).Select(m => m.Value).Distinct()];
        return (Parameter().Replace(question, match => "$" + (values.IndexOf(match.Value) + 1)), values);
    }

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();

    [GeneratedRegex("^(CO-ROUTINE|MATERIALIZE) (?<name>[^ ]+)")]
    private static partial Regex Part();

    // Not the items of a list that was asked for.
    [GeneratedRegex(@"^SCAN (?!json_each|CONSTANT|[a-z]\d* VIRTUAL TABLE)")]
    private static partial Regex ScanOfLite();

    [GeneratedRegex(@"Seq Scan on")]
    private static partial Regex ScanOfGres();

    private sealed class Questions : DbCommandInterceptor
    {
        public ConcurrentQueue<string> Asked { get; } = new();

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Asked.Enqueue(command.CommandText);
            return new(result);
        }
    }
}
