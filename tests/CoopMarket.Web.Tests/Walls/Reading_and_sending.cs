using System.Net;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Tests.Walls;

/// <summary>Reading changes nothing; sending needs a token, and everywhere the market's own origin (ASVS 3.5.1, 3.5.3, 4.1.4).</summary>
public sealed class Reading_and_sending(World world) : IClassFixture<World>
{
    // What an admin has looked at is marked for her alone, so that the next look shows what changed since.
    private const string Looks = "sellers_looks";

    // Forms on pages that anybody may get from the cache carry no token.
    private static readonly string[] WithoutToken = ["POST /language -", "POST /currency -", "POST /save-data -", "POST /cart/add -", "POST /error/{code:int} -"];

    private static IEnumerable<Row> Sending => Table.Rows.Where(r => r.Route.Verb == "POST" && r.Whom is not Whom.Bank);

    [Fact]
    public async Task Every_page_and_endpoint_can_be_read_without_changing_a_row()
    {
        await world.RestoreAsync();
        foreach (var row in Table.Rows.Where(r => r.Route.Verb is "GET" or "HEAD"))
        {
            var (visit, owner) = await VisitAsync(row);
            var before = await world.ContentAsync(Looks);
            foreach (var prefix in new[] { "", "/en" })
                await visit.SendAsync(world, owner, prefix);
            await (visit with { Verb = "HEAD" }).SendAsync(world, owner);
            before.DifferenceTo(await world.ContentAsync(Looks)).ShouldBeEmpty(row.ToString());
        }
    }

    [Fact]
    public async Task No_form_is_taken_without_its_token()
    {
        foreach (var row in Sending.Where(r => !WithoutToken.Contains(r.Route.ToString())))
            await RefusedAsync(row, (visit, owner) => visit.SendAsync(world, owner, token: false));
    }

    public static TheoryData<string, string> Elsewhere => new()
    {
        { "Origin", "https://evil.example" },
        { "Origin", "null" },
        { "Origin", "http://coopmarket.test" },
        { "Origin", "https://coopmarket.test.evil.example" },
        { "Sec-Fetch-Site", "cross-site" },
        { "Sec-Fetch-Site", "same-site" },
        { "Sec-Fetch-Site", "none" },
        { "", "" },
    };

    [Theory, MemberData(nameof(Elsewhere))]
    public async Task No_form_is_taken_from_another_site_whatever_token_it_has(string header, string value)
    {
        foreach (var row in Sending)
            await RefusedAsync(row, (visit, owner) => visit.SendAsync(world, owner, origin: [.. header.Length > 0 ? [(header, value)] : Array.Empty<(string, string)>()]));
    }

    [Fact]
    public async Task Other_methods_find_nothing_to_do()
    {
        await world.RestoreAsync();
        foreach (var row in Table.Rows.Where(r => r.Route.Verb == "GET" && r.Whom is not Whom.Developer))
        {
            var (visit, owner) = await VisitAsync(row);
            var before = await world.ContentAsync();
            foreach (var verb in new[] { "PUT", "DELETE", "PATCH", "TRACE", "PAGE" })
                (await (visit with { Verb = verb }).SendAsync(world, owner)).Status.ShouldBe(HttpStatusCode.MethodNotAllowed, $"{verb} {visit.Address}");
            (await (visit with { Verb = "OPTIONS" }).SendAsync(world, owner)).Body.ShouldNotContain("<main", Case.Sensitive, "what may be asked is told, nothing is shown");
            before.DifferenceTo(await world.ContentAsync()).ShouldBeEmpty(row.ToString());
        }
    }

    [Fact]
    public async Task A_page_that_takes_nothing_refuses_what_is_sent_to_it()
    {
        await world.RestoreAsync();
        var taking = Table.Rows.Where(r => r.Route.Verb == "POST").Select(r => r.Route.Template).ToHashSet();
        foreach (var row in Table.Rows.Where(r => r.Route.Verb == "GET" && !taking.Contains(r.Route.Template) && r.Whom is not Whom.Developer))
        {
            var (visit, owner) = await VisitAsync(row);
            (await (visit with { Verb = "POST" }).SendAsync(world, owner)).Status.ShouldBe(HttpStatusCode.MethodNotAllowed, visit.Address);
        }
    }

    private async Task RefusedAsync(Row row, Func<Visit, PersonId?, Task<Answer>> send)
    {
        var (visit, owner) = await VisitAsync(row);
        var before = await world.ContentAsync();
        (await send(visit, owner)).Status.ShouldBe(HttpStatusCode.BadRequest, row.ToString());
        before.DifferenceTo(await world.ContentAsync()).ShouldBeEmpty(row.ToString());
    }

    private async Task<(Visit Visit, PersonId? Owner)> VisitAsync(Row row)
    {
        var attempt = Attempts.All[row.Route.ToString()];
        if (attempt.Before is not null)
            await world.RestoreAsync();
        var owner = attempt.Owner is { } named ? named(world, world.A) : Cast.Owner(world, world.A, row);
        return (await Visit.OfAsync(world, row, attempt, owner), owner);
    }
}
