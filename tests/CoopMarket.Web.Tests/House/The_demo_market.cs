using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Tests.Accounts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.House;

/// <summary>The year that the demo lives through leaves a market in which every state can be seen and every book balances.</summary>
public sealed class The_demo_market : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coopmarket-demo-").FullName;

    [Fact]
    public async Task Shows_every_state_that_people_work_with_and_passes_the_check()
    {
        var seeded = await InDevelopmentAsync("seed demo");
        seeded.Code.ShouldBe(0, seeded.Text);
        var check = await InDevelopmentAsync("check");
        check.Code.ShouldBe(0, check.Text);

        Count("SELECT count(*) FROM orders_orders").ShouldBeInRange(390, 430);
        Count("SELECT count(*) FROM catalog_products WHERE state = 'Live'").ShouldBeGreaterThanOrEqualTo(40);
        Count("SELECT count(*) FROM stories_stories WHERE state = 'Live'").ShouldBeGreaterThanOrEqualTo(10);
        Missing("orders_orders", "state", "AwaitingPayment", "Placed", "Completed", "Cancelled", "Expired");
        Missing(
            "orders_seller_orders", "state",
            "AwaitingPayment", "ToAccept", "ToPack", "Packed", "Shipped", "Delivered", "Declined", "Cancelled", "Refused");
        Missing("payments_payments", "state", "Awaiting", "PartlyPaid", "Paid", "CashOnDelivery", "Expired", "Canceled");
        Missing("payments_money_in", "state", "Matched", "Short", "Over", "Late", "Second", "Unknown", "Outgoing", "Resolved");
        Missing("payments_cash_parcels", "state", "Expected", "Collected", "Remitted", "Short", "Returned");
        Missing("payments_card_attempts", "state", "Paid", "Closed");
        Count("SELECT count(*) FROM payments_card_events WHERE type = 'payment_intent.payment_failed'").ShouldBePositive("a card was declined first");
        Count("SELECT count(*) FROM payments_refunds_due WHERE place = 'Cards'").ShouldBePositive("a card was charged for an order that was called off");
        Missing("settlement_payouts", "state", "Drafted", "LeftOut", "OnTheWay", "Paid", "Failed", "Returned");
        Count("SELECT count(*) FROM orders_part_refunds").ShouldBePositive("a cooperative gave something back");
        Missing("sellers_applications", "state", "Approved", "Submitted", "ChangesAsked", "Rejected");
        Missing("sellers_cooperatives", "state", "Approved", "Suspended");
        Missing("catalog_products", "state", "Live", "InReview", "Draft", "Withdrawn");
        Count("SELECT count(*) FROM payments_refunds_due WHERE paid_at IS NULL").ShouldBePositive("somebody is owed money back");
        Count("SELECT count(*) FROM payments_refunds_due WHERE paid_at IS NOT NULL").ShouldBePositive("somebody got money back");
        Count("SELECT count(*) FROM settlement_holds WHERE released_at IS NULL").ShouldBePositive("money is held");
        Count("SELECT count(*) FROM sellers_closures").ShouldBePositive("a cooperative is closed for some days");
        Count("SELECT count(*) FROM lots_stocks WHERE pieces > 0").ShouldBeGreaterThanOrEqualTo(2, "stock is kept by lot");
        Count("SELECT count(*) FROM income_sharings WHERE lot IS NOT NULL").ShouldBePositive("a lot is shared in its own way");
        Count("SELECT count(*) FROM reviews_reviews").ShouldBeInRange(100, 300);
        Missing("reviews_reviews", "language", "vi", "en", "fr");
        Count("SELECT count(*) FROM (SELECT 1 FROM reviews_reviews WHERE words <> '' GROUP BY product, words HAVING count(*) > 1)").ShouldBe(0, "of one thing nobody says what another has said");
        Count("SELECT count(*) FROM reviews_reviews WHERE translations LIKE '%\"en\"%'").ShouldBePositive("some can be read in another language");
        Count("SELECT count(*) FROM reviews_reviews WHERE answer <> ''").ShouldBePositive("a cooperative answered");
        Count("SELECT count(*) FROM reviews_reviews WHERE open_reports > 0").ShouldBe(1, "an admin is to look at one");
        Missing("stories_consents", "kind", "Face", "Voice", "Motif");
        Count("SELECT count(DISTINCT kind) FROM stories_consents WHERE person IS NOT NULL AND text_version <> '' AND withdrawn_at IS NULL").ShouldBe(2, "a member agreed to her face and a voice");
        Count("SELECT count(*) FROM stories_consents WHERE person IS NOT NULL AND withdrawn_by = person").ShouldBe(1, "and took one back");
        Missing("questions_questions", "state", "Open", "Answered");
        Missing("questions_questions", "language", "vi", "en", "fr");
        Count("SELECT count(*) FROM questions_questions WHERE is_reported AND is_warned").ShouldBe(1, "a buyer was asked for money elsewhere");
        Missing("complaints_complaints", "state", "Received", "Answered", "Closed");
        Count("SELECT count(*) FROM outbox_rows WHERE state <> 'Done'").ShouldBe(0);
        Count("SELECT count(*) FROM orders_seller_orders WHERE state = 'ToAccept' AND to_accept_at < (strftime('%s', 'now') - 12 * 86400) * 1000000")
            .ShouldBe(0, "nobody waits for weeks to be noticed");
        await LinksLeadSomewhereAsync();
    }

    // Every state at once is what no other test has: whatever a page makes of one, each account of the demo can open all that it is shown.
    private async Task LinksLeadSomewhereAsync()
    {
        await using var market = await Market.OpenFreshAsync();
        var database = new SqliteConnectionStringBuilder(market.Connection).DataSource;
        foreach (var part in (string[])["blobs", "keys"])
            Directory.CreateSymbolicLink(Path.Combine(Path.GetDirectoryName(database)!, part), Path.Combine(_folder, part));
        File.Copy(Path.Combine(_folder, "market.db"), database, overwrite: true);
        market.Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        foreach (var (who, starts) in new (string?, string[])[]
        {
            (null, ["/", "/en", "/fr"]), ("buyer@demo.test", ["/account", "/en/account", "/fr/account"]),
            ("toiden@demo.test", ["/sell", "/en/sell"]), ("thocam@demo.test", ["/sell"]), ("goihang@demo.test", ["/sell"]), ("admin@demo.test", ["/admin", "/en/admin"]),
        })
        {
            using var browser = who is null ? market.Guest() : await market.ClientFor(new PersonId(await market.InDbAsync(db => db.Set<Account>().Where(a => a.Email == who).Select(a => a.Id).SingleAsync())));
            Wanderer wanderer = new(browser);
            (await wanderer.DeadEndsAsync(starts)).ShouldBeEmpty(who ?? "a guest");
            wanderer.Opened.ShouldBeGreaterThan(50, who ?? "a guest");
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<(int Code, string Text)> InDevelopmentAsync(string verb)
        => ProgramRun.OfAsync(_folder, verb, "", ("ASPNETCORE_ENVIRONMENT", "Development"), ("Market__PublicUrl", "http://127.0.0.1:5080"));

    private void Missing(string table, string column, params string[] states)
        => states.Where(state => Count($"SELECT count(*) FROM {table} WHERE {column} = '{state}'") == 0).ShouldBeEmpty(table);

    private long Count(string sql)
    {
        using SqliteConnection connection = new($"Data Source={Path.Combine(_folder, "market.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
