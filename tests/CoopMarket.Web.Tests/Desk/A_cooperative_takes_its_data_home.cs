using System.Net;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk;
using CoopMarket.Web.Features.Lots;
using CoopMarket.Web.Features.Lots.Jobs;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement;
using CoopMarket.Web.Tests.Settlement.Payouts;
using CoopMarket.Web.Tests.Walls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Desk;

/// <summary>A cooperative's manager takes all that is kept for it, and nothing that is anybody else's.</summary>
public sealed class A_cooperative_takes_its_data_home
{
    /// <summary>Tables with a cooperative's column that are not in the copy row for row, and why.</summary>
    private static readonly Dictionary<string, string> Otherwise = new(StringComparer.Ordinal)
    {
        ["audit_rows"] = "not in it: who did what at a desk, and from which network address, is each person's own to read",
        ["complaints_complaints"] = "only those of which it is the other side; what an owner of rights complains of is the market's to judge",
        ["income_sales"] = "a row for each share",
        ["income_sharings"] = "a row for each share",
        ["links_links"] = "those of its products and stories too, which name the thing alone",
        ["orders_seller_orders"] = "what was never paid never reached it",
        ["reviews_reviews"] = "only what is shown: what was hidden or taken back is its writer's",
        ["settlement_payouts"] = "only what was approved: a draft is the admins'",
        ["settlement_transfer_reversals"] = "only what was done",
        ["shipping_rules"] = "a row for each price, and the market's rules, which hold where it has none",
    };

    /// <summary>What neither side of the walls has, and why that is enough.</summary>
    private static readonly DataKind[] Empty =
    [
        DataKind.SoldAhead, DataKind.HeldTexts, DataKind.ProductEdits, DataKind.KeptByLot, DataKind.LotStocks, DataKind.LotAllotments, DataKind.Applications, DataKind.Reversals, DataKind.WithheldTaxes,
        DataKind.CarriersPayments, DataKind.Refunds,
    ];

    [Theory, EveryDatabase]
    internal async Task All_of_it_is_there_and_nothing_of_the_other_side(DatabaseProvider provider)
    {
        await using World world = new(provider);
        await world.InitializeAsync();
        var market = world.Market;
        foreach (var side in new[] { world.A, world.B })
            await FillAsync(market, side);
        var both = await OrderOfBothAsync(world);
        foreach (var (mine, other) in new[] { (world.A, world.B), (world.B, world.A) })
        {
            var copy = await TakenCopy.OfAsync(market, mine.Coop.Manager);
            var text = copy.Text;

            text.ShouldContain(mine.Mark);
            var shared = both.Parts.Single(p => p.Cooperative == other.Coop.Id);
            string[] foreign = [.. other.Names, other.Mark, other.Mark.ToLowerInvariant(), shared.Id.ToString(), .. shared.Lines.Select(l => l.Id.ToString()), other.LotCode, other.VoiceFile, other.MemberSecret, .. await SecretsAsync(market), .. await MailsAsync(market)];
            foreign.Where(f => text.Contains(f, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
            copy.Rows(DataKind.Orders).Count(r => r.GetProperty("code").GetString() == both.Code).ShouldBe(1);
            text.ShouldContain(both.Parts.Single(p => p.Cooperative == mine.Coop.Id).Lines[0].Id.ToString());
            Enum.GetValues<DataKind>().Where(k => copy.Rows(k).Count == 0).Except([.. Empty, .. mine == world.A ? (DataKind[])[DataKind.Payouts] : []]).ShouldBeEmpty();
            foreach (var kind in Enum.GetValues<DataKind>())
                copy.Cells(kind).Count.ShouldBe(1 + copy.Rows(kind).Count, kind.ToString());
            await CountAsync(market, mine.Coop.Id, copy);
            copy.File("voices/" + mine.VoiceFile).Length.ShouldBePositive();
            copy.Files.Count(f => f.Name.StartsWith("papers/", StringComparison.Ordinal)).ShouldBe(1);
            copy.Files.Select(f => f.Name).ShouldBeUnique();
            copy.Files.Select(f => f.Name).ShouldAllBe(n => System.Text.RegularExpressions.Regex.IsMatch(n, "^([a-z]+/)?[A-Za-z0-9-]+[.][a-z0-9]+$"));
        }
    }

    [Theory, EveryDatabase]
    internal async Task Every_table_that_names_a_cooperative_is_in_it_or_says_why_not(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var sheets = await SheetsAsync(market);
        sheets.Select(s => s.Kind).Order().ShouldBe(Enum.GetValues<DataKind>());
        var named = await NamingAsync(market);
        named.Count.ShouldBeGreaterThan(30);
        named.Where(n => sheets.All(s => s.Row != n.Row)).Select(n => n.Table).ShouldBe(["audit_rows"]);
        Otherwise.Keys.ShouldBeSubsetOf(named.Select(n => n.Table));
    }

    [Theory, EveryDatabase]
    internal async Task What_it_earned_and_was_paid_adds_up_to_what_the_desk_shows(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 50, price: 185_075);
        var (one, other) = (await market.PersonAsync(), await market.PersonAsync());
        foreach (var way in new[] { PaymentWay.CashOnDelivery, PaymentWay.BankTransfer })
        {
            var (order, _) = await market.OrderAsync(way, (garlic.Variant, 3));
            if (way == PaymentWay.BankTransfer)
                (await market.SendAsync(new Features.Payments.RecordTransfer.Command(Actor.Job("tests"), "FT1", order.Total.Minor.ToString(System.Globalization.CultureInfo.InvariantCulture), order.Code, new(2026, 11, 23)))).IsDone.ShouldBeTrue();
            await market.DeliverAsync();
            await market.DeliverPartAsync(order, order.Parts[0]);
        }

        await market.DeliverAsync();
        await market.MakePayableAsync(garlic.Cooperative, 300_000);
        await market.PayoutRunAsync(one, other, "FT77", garlic.Cooperative);
        await market.MakePayableAsync(garlic.Cooperative, 100_000);
        await market.PayoutRunAsync(one, other, null, garlic.Cooperative);

        var copy = await TakenCopy.OfAsync(market, garlic.Manager);
        var desk = await market.SendAsync(new MoneyBook.Query(DeskFactory.Manager(garlic), garlic.Cooperative));
        var month = (await market.SendAsync(new Statement.Query(DeskFactory.Manager(garlic), garlic.Cooperative, new(2026, 11, 1)))).ShouldNotBeNull();

        desk.PaidOut.Minor.ShouldBePositive();
        TakenCopy.Sum(copy.Rows(DataKind.Payouts).Where(p => p.GetProperty("state").GetString() == nameof(PayoutState.Paid)), "amount").ShouldBe(desk.PaidOut.Minor);
        long Of(LedgerAccount account) => TakenCopy.Sum(copy.Rows(DataKind.LedgerLines).Where(l => l.GetProperty("account").GetString() == account.ToString()), "amount");
        (-Of(LedgerAccount.Held), -Of(LedgerAccount.Payable), Of(LedgerAccount.FeesOwed), -Of(LedgerAccount.PayoutsOnTheWay))
            .ShouldBe((desk.Balance.Held.Minor, desk.Balance.Payable.Minor, desk.Balance.FeesOwed.Minor, desk.Balance.OnTheWay.Minor));
        TakenCopy.Sum(copy.Rows(DataKind.Statement), "owedToCooperative").ShouldBe(month.Closing.Minor);
        TakenCopy.Sum(copy.Rows(DataKind.Statement), "marketFee").ShouldBe(month.Fees.Minor);
        TakenCopy.Sum(copy.Rows(DataKind.Orders), "fee").ShouldBe(desk.All.Fee.Minor);
        copy.Rows(DataKind.Statement).Count(r => r.GetProperty("code").GetString() is not null).ShouldBe(month.Rows.Count(r => !r.IsPayout));
    }

    [Theory, EveryDatabase]
    internal async Task A_photo_leaves_as_it_is_kept_and_once_however_often_it_is_shown(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var file = PhotosFactory.Jpeg();
        foreach (var kind in new[] { PhotoSubject(coop.Id), PhotoSubject(coop.Id) })
            (await market.AddPhotoAsync(coop, kind, file)).IsDone.ShouldBeTrue();

        var copy = await TakenCopy.OfAsync(market, coop.Manager);

        var named = copy.Rows(DataKind.Photos).Select(p => p.GetProperty("file").GetString()!).Distinct().ShouldHaveSingleItem();
        copy.File(named)[..3].ShouldBe([0xFF, 0xD8, 0xFF]);
        copy.Files.Count(f => f.Name.StartsWith("photos/", StringComparison.Ordinal)).ShouldBe(1);
    }

    /// <summary>Row 35 of the catalog of bad input (ASVS 1.2.10).</summary>
    [Fact]
    public async Task A_spreadsheet_takes_nothing_that_a_buyer_typed_for_a_formula_and_programs_read_it_as_it_was_typed()
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var garlic = await market.LiveProductAsync();
        var checkout = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 1)), PaymentWay.CashOnDelivery);
        (await market.SendAsync(checkout with { Name = "=HYPERLINK(\"http://x\",\"a\")", Note = "../../x\n@SUM(A1)" })).IsDone.ShouldBeTrue();

        var copy = await TakenCopy.OfAsync(market, garlic.Manager);

        copy.Rows(DataKind.Orders).Single().GetProperty("name").GetString().ShouldBe("=HYPERLINK(\"http://x\",\"a\")");
        copy.Cells(DataKind.Orders)[1].ShouldContain("'=HYPERLINK(\"http://x\",\"a\")");
        copy.Cells(DataKind.Products)[0].ShouldContain("name.vi");
        copy.Cells(DataKind.Products)[1].ShouldContain("Tỏi đen một nhánh");
        copy.Files[0].Name.ShouldBe("README.txt");
        copy.Text.ShouldContain("33-statement: sao kê theo tháng".Replace("33", ((int)DataKind.Statement + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task The_page_says_who_took_it_last_and_only_who_has_proved_that_it_is_she_gets_it()
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var garlic = await market.LiveProductAsync();
        using var desk = await market.ClientFor(garlic.Manager);
        var page = await desk.OpenAsync("/sell/data");
        page.Body!.TextContent.ShouldContain("Chưa ai tải lần nào");
        (await desk.OpenAsync("/sell/more")).QuerySelector("main a[href='/sell/data']").ShouldNotBeNull();
        using (var answer = await desk.PostFormAsync("/sell/data", [], "form[action$='/sell/data']"))
        {
            answer.Content.Headers.ContentDisposition!.FileName.ShouldNotBeNull().ShouldEndWith("-2026-11-23.zip");
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        }

        var row = (await market.RowsAsync<AuditRow>()).Single(r => r.What == "Sellers.TakeCopy");
        (row.Cooperative, row.Actor, row.Result).ShouldBe((garlic.Cooperative, garlic.Manager.ToString(), AuditResult.Done));
        (await desk.OpenAsync("/sell/data")).Body!.TextContent.ShouldContain("Lần tải gần nhất: 23/11/2026 09:00");

        market.Clock.Advance(INeedsProof.Lasts);
        var later = await desk.OpenAsync("/sell/data");
        later.QuerySelectorAll("main form").ShouldBeEmpty();
        later.QuerySelector("main a.btn")!.GetAttribute("href").ShouldBe("/account/confirm?returnUrl=%2Fsell%2Fdata");
        using var asked = await desk.SendAsync("/sell/data", [(FormToken.Field, page.QuerySelector($"input[name={FormToken.Field}]")!.GetAttribute("value")!)], []);
        asked.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await market.RowsAsync<AuditRow>()).Count(r => r.What == "Sellers.TakeCopy").ShouldBe(1);
        using var packer = await market.ClientFor(await market.MemberAsync(garlic.Cooperative, Domain.Sellers.MemberRole.Packer));
        (await packer.GetAsync("/sell/data")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await packer.OpenAsync("/sell/more")).QuerySelector("main a[href='/sell/data']").ShouldBeNull();
    }

    private static Domain.Photos.PhotoSubject PhotoSubject(CooperativeId cooperative) => cooperative;

    // What else a cooperative can have: stock by lot, a visit to a label, something given back, a changed product.
    private static async Task FillAsync(Market market, Side side)
    {
        var manager = Actor.Of(side.Coop.Manager, "203.0.113.9");
        (await market.SendAsync(new KeepByLot.Command(manager, side.Coop.Id, side.Lot))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new RefundSellerOrder.Command(manager, side.Coop.Id, SellerOrderId.From(Guid.Parse(side.Delivered.Part)), RefundSellerOrder.Delivery, "5.000", "Đến muộn"))).IsDone.ShouldBeTrue();
        using (var guest = market.Guest())
            await guest.OpenAsync("/q/" + side.LotCode);
        await market.RoundAsync<WriteVisits>();
    }

    private static async Task<Order> OrderOfBothAsync(World world)
    {
        var (order, _) = await world.Market.OrderAsync(PaymentWay.CashOnDelivery, (world.A.LiveSize, 1), (world.B.LiveSize, 2));
        await world.Market.DeliverAsync();
        order.Parts.Count.ShouldBe(2);
        return order;
    }

    // Whatever opens something for whoever holds it.
    private static Task<string[]> SecretsAsync(Market market) => market.InDbAsync(async db => (string[])
    [
        .. await db.Set<Order>().Select(o => o.SecretHash).ToListAsync(), .. await db.Set<Order>().Select(o => o.SealedSecret).ToListAsync(),
        .. await db.Set<Domain.Income.Producer>().Select(p => p.SealedLink).ToListAsync(), .. await db.Set<Domain.Questions.Question>().Select(q => q.SecretHash).ToListAsync(),
        .. await db.Set<Domain.Sellers.Invitation>().Select(i => i.LinkHash).ToListAsync(),
    ]);

    // Where a buyer is written to is nobody's at a desk.
    private static Task<string[]> MailsAsync(Market market) => market.InDbAsync(async db => (string[])
    [
        .. (await db.Set<Order>().Select(o => o.To.Email).ToListAsync()).Concat(await db.Set<Domain.Questions.Question>().Select(q => q.Email).ToListAsync())
            .Concat(await db.Set<Domain.Complaints.Complaint>().Select(c => c.Email).ToListAsync()).Where(m => m.Length > 0).Distinct(),
    ]);

    private static async Task<IReadOnlyList<DataSheet>> SheetsAsync(Market market)
    {
        await using var scope = market.Services.CreateAsyncScope();
        return [.. scope.ServiceProvider.GetServices<ICooperativeData>().SelectMany(a => a.SheetsOf(default))];
    }

    private static async Task CountAsync(Market market, CooperativeId cooperative, TakenCopy copy)
    {
        var sheets = await SheetsAsync(market);
        foreach (var (table, column, row) in (await NamingAsync(market)).Where(n => !Otherwise.ContainsKey(n.Table)))
        {
            var count = $"SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM \"{table}\" WHERE \"{column}\" = {{0}}";
            var there = await market.InDbAsync(db => db.Database.SqlQueryRaw<int>(count, cooperative.Value).SingleAsync());
            copy.Rows(sheets.Single(s => s.Row == row).Kind).Count.ShouldBe(there, table);
        }
    }

    private static Task<List<(string Table, string Column, Type Row)>> NamingAsync(Market market) => market.InDbAsync(db => Task.FromResult(
        (from entity in db.Model.GetEntityTypes()
         let column = entity.GetProperties().FirstOrDefault(p => p.Name == "Cooperative" && (p.ClrType == typeof(CooperativeId) || p.ClrType == typeof(CooperativeId?)))
             ?? entity.GetProperties().FirstOrDefault(p => p.ClrType == typeof(CooperativeId) || p.ClrType == typeof(CooperativeId?))
         where column is not null
         select (entity.GetTableName()!, column.GetColumnName(), entity.ClrType)).ToList()));
}
