using System.Net;
using System.Security.Cryptography;
using System.Text;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Payments;

namespace CoopMarket.Web.Tests.Walls;

/// <summary>
/// Every route of the table, really called by everybody whom it is not for, with ids of the other side in address, query and
/// form: nothing shows and nothing changes; and by whom it is for, so that the test can fail (gate T5; ASVS 8.2.1, 8.2.2, 8.3.1).
/// </summary>
public sealed class Walls_hold(World world) : IClassFixture<World>
{
    public static TheoryData<string> Routes => [.. Table.Rows.Where(r => r.Whom is not (Whom.Bank or Whom.Developer)).Select(r => r.Route.ToString())];

    [Theory, MemberData(nameof(Routes))]
    public async Task Whom_the_table_does_not_name_finds_nothing_and_changes_nothing(string route)
    {
        var (row, attempt, owner) = await BeginAsync(route);
        var visit = await Visit.OfAsync(world, row, attempt, owner);
        var before = await world.ContentAsync();
        foreach (var prefix in new[] { "", "/en" })
        {
            foreach (var (who, expected) in Cast.Outsiders(world, row))
            {
                var answer = await visit.SendAsync(world, who, prefix);
                (answer.Status, answer.Location.Split('?')[0]).ShouldBe((expected.Status, expected.Location.Length == 0 ? "" : prefix + expected.Location), $"{Cast.Name(world, who)} at {prefix}{visit.Address}");
                // Her own desk's name stands above every page of it; below it, nothing of what isn't her work.
                Shown(answer, who is null ? visit.Fields : []).ShouldNotContain(world.A.Mark, Case.Sensitive);
                if (row.Route.Verb == "POST" && Cast.IsNoticed(world, row, who))
                    await WrittenDownAsync(row, who, AuditResult.Denied);
            }
        }

        before.DifferenceTo(await world.ContentAsync()).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Routes))]
    public async Task Whom_the_table_names_gets_in(string route)
    {
        var (row, attempt, owner) = await BeginAsync(route);
        foreach (var who in Cast.Insiders(world, row, owner))
        {
            await world.RestoreAsync();
            var visit = await Visit.OfAsync(world, row, attempt, owner);
            var before = await world.ContentAsync();
            var answer = await visit.SendAsync(world, who);
            var expected = attempt.Answer ?? (row.Route.Verb == "POST" ? 302 : 200);
            ((int)answer.Status).ShouldBe(expected, $"{Cast.Name(world, who)} at {visit.Address}, sending {string.Join("&", visit.Fields)}: {answer.Location} {answer.Body}");
            if (row.Whom is not Whom.Anyone)
                answer.Location.ShouldNotContain("sign-in?");
            if (row.Route.Verb != "POST")
                continue;
            before.DifferenceTo(await world.ContentAsync()).Any().ShouldBe(attempt.Changes, $"{Cast.Name(world, who)} at {visit.Address}, sending {string.Join("&", visit.Fields)}");
            if ((row.IsDesk || row.Whom is Whom.Admin) && attempt.Changes)
                await WrittenDownAsync(row, who, AuditResult.Done);
        }
    }

    [Theory, MemberData(nameof(Routes))]
    public async Task Ids_of_the_other_side_are_as_absent_as_ids_of_nothing(string route)
    {
        var (row, attempt, owner) = await BeginAsync(route);
        if (row.Whom is Whom.Anyone or Whom.Admin)
            return;
        await Crossing.TryAsync(world, row, attempt, owner);
    }

    [Theory, MemberData(nameof(Routes))]
    public async Task Whoever_is_at_home_here_does_nothing_to_the_other_side_whatever_she_adds(string route)
    {
        var (row, attempt, owner) = await BeginAsync(route);
        if (row.Whom is Whom.Anyone or Whom.Admin)
            return;
        var visit = await Visit.OfAsync(world, row, attempt, owner);
        foreach (var name in world.A.Names.Zip(world.B.Names))
            visit = visit.With(name.First, name.Second);
        (string Name, string Value)[] added = [.. Added.SelectMany(n => new[] { (n, world.A.Coop.Id.ToString()), ("Form." + n, world.A.Coop.Id.ToString()) }), ("desk", world.A.Coop.Slug)];
        visit = visit with
        {
            Address = visit.Address + (visit.Address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + string.Join('&', added.Select(a => $"{a.Name}={a.Value}")),
            Fields = visit.Verb == "POST" ? [.. visit.Fields, .. added.Where(a => visit.Fields.All(f => f.Name != a.Name))] : [],
            Cookies = [.. visit.Cookies, ("desk", world.A.Coop.Slug)],
        };
        foreach (var who in Cast.Twins(world, row, attempt))
        {
            var before = await world.ContentAsync();
            var answer = await visit.SendAsync(world, who);
            answer.Status.ShouldNotBe(HttpStatusCode.InternalServerError);
            answer.Body.ShouldNotContain(world.A.Mark, Case.Sensitive);
            before.DifferenceTo(await world.ContentAsync()).Where(r => world.A.Names.Any(n => r.Contains(n, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty($"{Cast.Name(world, who)} at {visit.Address}");
        }
    }

    [Fact]
    public async Task Money_is_believed_only_of_who_holds_the_banks_key()
    {
        await world.RestoreAsync();
        using var client = world.Market.CreateClient();
        var before = await world.ContentAsync();
        foreach (var key in new[] { null, "", "wrong", PaymentsFactory.Key + "x" })
            (await client.TellAsync(PaymentsFactory.Body(370_000, world.A.Unpaid.Code), key)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        before.DifferenceTo(await world.ContentAsync()).ShouldBeEmpty();
        (await client.TellAsync(PaymentsFactory.Body(370_000, world.A.Unpaid.Code))).StatusCode.ShouldBe(HttpStatusCode.OK);
        before.DifferenceTo(await world.ContentAsync()).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_card_is_believed_only_of_who_holds_the_gateways_secret()
    {
        await world.RestoreAsync();
        using var client = world.Market.CreateClient();
        var before = await world.ContentAsync();
        var now = world.Market.Clock.GetUtcNow().ToUnixTimeSeconds();
        const string body = """{"id":"evt_forged","object":"event","type":"checkout.session.completed","created":1,"data":{"object":{"object":"checkout.session"}}}""";
        foreach (var secret in new[] { "", "wrong", World.CardSecret + "x" })
            (await TellAsync(secret)).ShouldBe(HttpStatusCode.BadRequest);
        before.DifferenceTo(await world.ContentAsync()).ShouldBeEmpty();
        (await TellAsync(World.CardSecret)).ShouldBe(HttpStatusCode.OK);
        before.DifferenceTo(await world.ContentAsync()).ShouldNotBeEmpty();

        async Task<HttpStatusCode> TellAsync(string secret)
        {
            var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{now}.{body}")));
            using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/stripe") { Content = new StringContent(body) };
            request.Headers.TryAddWithoutValidation("Stripe-Signature", $"t={now},v1={signature}");
            using var answer = await client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Pages_for_builders_are_not_there()
    {
        await world.RestoreAsync();
        foreach (var row in Table.Rows.Where(r => r.Whom is Whom.Developer))
            foreach (PersonId? who in new PersonId?[] { null, world.Somebody, world.A.Coop.Manager, world.Admin })
                (await (await Visit.OfAsync(world, row, Attempts.All[row.Route.ToString()], who)).SendAsync(world, who)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static readonly string[] Added = ["Cooperative", "CooperativeId", "Seller", "SellerId", "Owner", "Person", "PersonId", "Buyer", "Role"];

    // A guest is given her own form back, to send it again once she has signed in: what she sent herself shows her nothing.
    private static string Shown(Answer answer, IEnumerable<(string Name, string Value)> own)
        => own.Where(f => f.Value.Length > 0).Aggregate(
            answer.Status is HttpStatusCode.Forbidden ? answer.Body[answer.Body.IndexOf("<main", StringComparison.Ordinal)..answer.Body.IndexOf("</main>", StringComparison.Ordinal)] : WebUtility.HtmlDecode(answer.Body),
            (body, sent) => body.Replace($"<input type=\"hidden\" name=\"{sent.Name}\" value=\"{sent.Value}\">", "", StringComparison.Ordinal));

    // Who, for whom, when, from where, and how it ended (ASVS 16.3.2, 16.3.3).
    private async Task WrittenDownAsync(Row row, PersonId? who, AuditResult result)
    {
        var written = (await world.Market.RowsAsync<AuditRow>())
            .Where(r => r.Actor == who.ToString() && r.Result == result && r.Address == Visit.From && r.At == world.Market.Clock.Now()).ToList();
        written.ShouldNotBeEmpty($"{Cast.Name(world, who)} at {row}");
        written.ShouldAllBe(r => r.What.Length > 0);
        if (row.IsDesk)
            written.ShouldContain(r => r.Cooperative == world.A.Coop.Id);
    }

    private async Task<(Row Row, Attempt Attempt, PersonId? Owner)> BeginAsync(string route)
    {
        await world.RestoreAsync();
        var row = Table.Rows.Single(r => r.Route.ToString() == route);
        var attempt = Attempts.All[route];
        return (row, attempt, attempt.Owner is { } owner ? owner(world, world.A) : Cast.Owner(world, world.A, row));
    }
}
