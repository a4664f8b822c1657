using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement;

namespace CoopMarket.Web.Tests.Orders;

/// <summary>Returns, parcels that nobody took and parcels that were lost: stock, money and words.</summary>
public sealed class What_comes_back
{
    [Theory, EveryDatabase]
    internal async Task A_broken_jar_is_asked_about_agreed_to_sent_back_and_paid_back(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var sold = await SoldAsync(market, PaymentWay.BankTransfer, pieces: 3);

        (await sold.AskAsync(2)).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        var back = (await market.RowsAsync<Return>()).ShouldHaveSingleItem();
        market.Clock.Advance(TimeSpan.FromDays(4));
        await market.RoundAsync<ReleaseHolds>();
        (await market.BalanceAsync(LedgerAccount.Payable)).ShouldBe(0);

        (await sold.TakeBackAsync(back.Id)).Refusal.ShouldBe(new WrongStep());
        (await market.SendAsync(new AnswerReturn.Command(sold.Manager, sold.Cooperative, back.Id, true, "Gửi về bản Tọ, xã Gia Phù"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new SendReturn.Command(OrdersFactory.Guest, sold.Order.Code, sold.Secret, back.Id, "VTP12345"))).IsDone.ShouldBeTrue();
        (await sold.TakeBackAsync(back.Id, restock: true)).Value.ShouldBe(Money.Dong(2 * 185_000));
        await market.DeliverAsync();

        (await market.OnHandAsync(sold.Variant)).ShouldBe(9);
        (await market.RowsAsync<RefundDue>()).ShouldHaveSingleItem().Amount.ShouldBe(Money.Dong(2 * 185_000));
        market.Clock.Advance(TimeSpan.FromDays(4));
        await market.RoundAsync<ReleaseHolds>();
        var kept = 185_000 + sold.Order.Parts[0].Delivery.Minor;
        (await market.BalanceAsync(LedgerAccount.Payable)).ShouldBe(-(kept - (185_000 * 6 / 100)));
        (await sold.AskAsync(2)).Refusal.ShouldBe(new MoreThanLeft(1));
        market.Clock.Advance(Return.TimeToAsk);
        (await sold.AskAsync(1)).Refusal.ShouldBe(new TooLateToReturn());
        await market.CheckAsync();
    }

    [Theory]
    [InlineData(ReturnReason.Damaged, "không phải trả cước")]
    [InlineData(ReturnReason.NotAsShown, "không phải trả cước")]
    [InlineData(ReturnReason.ChangedMind, "Cước gửi về bạn trả")]
    public async Task The_order_says_where_it_is_sent_and_who_pays_for_that(ReturnReason reason, string who)
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var sold = await SoldAsync(market, PaymentWay.BankTransfer, pieces: 1);
        (await sold.AskAsync(1, reason)).IsDone.ShouldBeTrue();
        var back = (await market.RowsAsync<Return>()).Single().Id;
        using var buyer = Visitor.Of(market);
        await buyer.OpenAsync($"/orders/{sold.Order.Code}?s={sold.Secret}");
        (await buyer.OpenAsync("/orders/" + sold.Order.Code)).Page.ShouldNotContain(who, customMessage: "the cooperative has not answered yet");

        (await market.SendAsync(new AnswerReturn.Command(sold.Manager, sold.Cooperative, back, true, ""))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        (await buyer.OpenAsync("/orders/" + sold.Order.Code)).Page.ShouldContain(who);
    }

    [Theory, EveryDatabase]
    internal async Task What_is_paid_back_before_it_is_sent_need_not_be_sent(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var sold = await SoldAsync(market, PaymentWay.BankTransfer, pieces: 3);
        var back = await sold.AgreedAsync(2);
        var (part, line) = (sold.Order.Parts[0].Id, sold.Order.Parts[0].Lines[0].Id.ToString());
        Task<Outcome<Money>> RefundAsync(string amount) => market.SendAsync(new RefundSellerOrder.Command(sold.Manager, sold.Cooperative, part, line, amount, "Nắp vỡ"));

        (await RefundAsync("100.000")).IsDone.ShouldBeTrue();
        (await market.RowsAsync<Return>()).ShouldHaveSingleItem().State.ShouldBe(ReturnState.Agreed, "something is still due for it");
        (await RefundAsync("")).IsDone.ShouldBeTrue();

        (await market.RowsAsync<Return>()).ShouldHaveSingleItem().State.ShouldBe(ReturnState.Void);
        (await market.SendAsync(new SendReturn.Command(OrdersFactory.Guest, sold.Order.Code, sold.Secret, back, ""))).Refusal.ShouldBe(new WrongStep());
        await market.DeliverAsync();
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_was_paid_in_cash_the_cooperative_gives_back_and_the_market_its_fee(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var sold = await SoldAsync(market, PaymentWay.CashOnDelivery, pieces: 2);
        var fee = await market.BalanceAsync(LedgerAccount.FeesOwed);

        var back = await sold.AgreedAsync(1);
        (await sold.TakeBackAsync(back)).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        (await market.BalanceAsync(LedgerAccount.FeesOwed)).ShouldBe(fee / 2);
        (await market.RowsAsync<RefundDue>()).ShouldBeEmpty();
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Whoever_presses_and_however_often_it_comes_back_once(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var sold = await SoldAsync(market, PaymentWay.BankTransfer, pieces: 2);

        var asked = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => sold.AskAsync(2)));
        asked.Count(a => a.IsDone).ShouldBe(1);
        var back = (await market.RowsAsync<Return>()).ShouldHaveSingleItem().Id;
        await market.SendAsync(new AnswerReturn.Command(sold.Manager, sold.Cooperative, back, true, ""));
        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => sold.TakeBackAsync(back, restock: true)));
        taken.Count(t => t.IsDone).ShouldBe(1);
        await market.DeliverAsync();

        (await market.OnHandAsync(sold.Variant)).ShouldBe(10);
        Money.Sum((await market.RowsAsync<RefundDue>()).Select(r => r.Amount)).ShouldBe(sold.Order.Total);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Asked_and_taken_back_by_two_who_do_not_see_each_other_it_would_come_back_twice(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var (sold, other) = (await SoldAsync(market, PaymentWay.BankTransfer, pieces: 2), await SoldAsync(market, PaymentWay.BankTransfer, pieces: 2));
        var back = await sold.AgreedAsync(2);

        await using var twin = BrokenTwin.Heedless(market);
        (await twin.RaceAsync(other.Ask(2), other.Ask(2))).ShouldAllBe(a => a.IsDone);
        (await twin.RaceAsync(sold.TakeBack(back, restock: true), sold.TakeBack(back, restock: true))).ShouldAllBe(t => t.IsDone);

        (await market.RowsAsync<Return>()).Count(r => r.Order == other.Order.Id).ShouldBe(2);
        (await market.OnHandAsync(sold.Variant)).ShouldBe(12);
    }

    [Theory, EveryDatabase]
    internal async Task Less_goes_back_only_with_a_reason_and_more_never(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var sold = await SoldAsync(market, PaymentWay.BankTransfer, pieces: 1);
        var back = await sold.AgreedAsync(1);

        (await sold.TakeBackAsync(back, "100.000")).Flaws.ShouldHaveSingleItem().Path.ShouldBe("Reason");
        (await sold.TakeBackAsync(back, "9.000.000")).Refusal.ShouldBe(new MoreThanPaid(sold.Order.Total.Minor));
        (await sold.TakeBackAsync(back, "100.000", "Hũ đã mở")).Value.ShouldBe(Money.Dong(100_000));
    }

    /// <summary>A letter as people see it may be several in the database: what the form takes, both databases keep.</summary>
    [Theory, EveryDatabase]
    internal async Task Words_of_hearts_are_kept_to_the_last_one(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var sold = await SoldAsync(market, PaymentWay.BankTransfer, pieces: 1);
        var hearts = string.Concat(Enumerable.Repeat("❤️", Return.MostWords - 1)) + ".";
        (await market.SendAsync(sold.Ask(1) with { Words = hearts })).IsDone.ShouldBeTrue();
        var back = (await market.RowsAsync<Return>()).Single();
        (await market.SendAsync(new AnswerReturn.Command(sold.Manager, sold.Cooperative, back.Id, true, hearts))).IsDone.ShouldBeTrue();
        (await sold.TakeBackAsync(back.Id, "100.000", hearts[^((2 * DeclineLine.MostReason) - 1)..])).IsDone.ShouldBeTrue();

        (await market.RowsAsync<Return>()).Single().Words.ShouldBe(hearts);
        (await market.RowsAsync<PartRefund>()).ShouldAllBe(r => r.Reason.Length == (2 * DeclineLine.MostReason) - 1);
    }

    [Theory, EveryDatabase]
    internal async Task A_paid_parcel_that_nobody_took_gives_back_the_goods_and_keeps_what_its_way_had_cost(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var sold = await SoldAsync(market, PaymentWay.BankTransfer, pieces: 2, deliver: false);
        var part = sold.Order.Parts[0];
        var refuse = new RefuseParcel.Command(sold.Manager, sold.Cooperative, part.Id);

        var all = await Task.WhenAll(market.SendAsync(refuse), market.SendAsync(refuse), market.SendAsync(new LoseParcel.Command(sold.Manager, sold.Cooperative, part.Id)));
        all.Count(o => o.IsDone).ShouldBe(1);
        await market.DeliverAsync();

        var isLost = all[2].IsDone;
        (await market.OnHandAsync(sold.Variant)).ShouldBe(isLost ? 8 : 10);
        (await market.RowsAsync<RefundDue>()).ShouldHaveSingleItem().Amount.ShouldBe(isLost ? part.Total : part.Goods);
        market.Clock.Advance(TimeSpan.FromDays(4));
        await market.RoundAsync<ReleaseHolds>();
        (await market.BalanceAsync(LedgerAccount.Payable)).ShouldBe(isLost ? 0 : -part.Delivery.Minor);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Refused_and_lost_by_two_who_do_not_see_each_other_a_parcel_would_be_both(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var sold = await SoldAsync(market, PaymentWay.BankTransfer, pieces: 2, deliver: false);
        var part = sold.Order.Parts[0];

        await using var twin = BrokenTwin.Heedless(market);
        (await twin.RaceAsync<Outcome>(new RefuseParcel.Command(sold.Manager, sold.Cooperative, part.Id), new LoseParcel.Command(sold.Manager, sold.Cooperative, part.Id))).ShouldAllBe(o => o.IsDone);

        (await market.RowsAsync<OutboxRow>()).Where(r => r.State == OutboxState.Pending && r.Event == "orders.seller-order-cancelled").GroupBy(r => r.Subscriber).Select(g => g.Count()).Distinct().ShouldBe([2]);
    }

    /// <summary>Else who managed a cooperative that once sold something could never leave, though it is closed and nothing is owed.</summary>
    [Theory, EveryDatabase]
    internal async Task What_is_on_its_way_is_open_and_what_arrived_is_not(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var sold = await SoldAsync(market, PaymentWay.CashOnDelivery, pieces: 1, deliver: false);
        Task<bool> HasOpenAsync() => market.WithAsync<BuyersOrders, bool>(o => o.HasOpenPartsAsync(sold.Cooperative, CancellationToken.None));

        (await HasOpenAsync()).ShouldBeTrue();
        (await market.SendAsync(new MarkDelivered.Command(sold.Manager, sold.Cooperative, sold.Order.Parts[0].Id))).IsDone.ShouldBeTrue();
        (await HasOpenAsync()).ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    internal async Task What_is_missed_and_lost_is_paid_back_by_an_admins_word(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var sold = await SoldAsync(market, PaymentWay.BankTransfer, pieces: 2, deliver: false);
        var part = sold.Order.Parts[0].Id;
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        (await market.SendAsync(new MarkDelivered.Command(sold.Manager, sold.Cooperative, part))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new ConfirmLoss.Command(admin, sold.Order.Code, part))).Refusal.ShouldBe(new WrongStep());

        (await market.SendAsync(new BuyerNotArrived.Command(OrdersFactory.Guest, sold.Order.Code, sold.Secret, part))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new LoseParcel.Command(sold.Manager, sold.Cooperative, part))).Refusal.ShouldBe(new WrongStep());
        (await market.SendAsync(new ConfirmLoss.Command(admin, sold.Order.Code, part))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        (await market.RowsAsync<RefundDue>()).ShouldHaveSingleItem().Amount.ShouldBe(sold.Order.Total);
        (await market.OrderAsync(sold.Order.Code)).State.ShouldBe(OrderState.Cancelled);
        market.Clock.Advance(TimeSpan.FromDays(4));
        await market.RoundAsync<ReleaseHolds>();
        (await market.BalanceAsync(LedgerAccount.Held)).ShouldBe(0);
        await market.CheckAsync();
    }

    /// <summary>Garlic that was sold, with what its buyer and its cooperative can do.</summary>
    internal sealed record Sold(Market Market, Order Order, string Secret, VariantId Variant, CooperativeId Cooperative, Actor Manager)
    {
        public AskReturn.Command Ask(int pieces, ReturnReason reason = ReturnReason.Damaged) => new(
            OrdersFactory.Guest, Order.Code, Secret, Order.Parts[0].Id, new Dictionary<string, string> { [Order.Parts[0].Lines[0].Id.ToString()] = $"{pieces}" }, reason.ToString(), "Vỡ nắp", true);

        public Task<Outcome> AskAsync(int pieces, ReturnReason reason = ReturnReason.Damaged) => Market.SendAsync(Ask(pieces, reason));

        public async Task<ReturnId> AgreedAsync(int pieces)
        {
            (await AskAsync(pieces)).IsDone.ShouldBeTrue();
            var back = (await Market.RowsAsync<Return>()).Single().Id;
            (await Market.SendAsync(new AnswerReturn.Command(Manager, Cooperative, back, true, ""))).IsDone.ShouldBeTrue();
            return back;
        }

        public TakeReturnBack.Command TakeBack(ReturnId back, string amount = "", string reason = "", bool restock = false) => new(Manager, Cooperative, back, amount, reason, restock);

        public Task<Outcome<Money>> TakeBackAsync(ReturnId back, string amount = "", string reason = "", bool restock = false) => Market.SendAsync(TakeBack(back, amount, reason, restock));
    }

    /// <summary>Ten jars on the shelf, some of them sold and on their way or arrived.</summary>
    internal static async Task<Sold> SoldAsync(Market market, PaymentWay way, int pieces, bool deliver = true)
    {
        var garlic = await market.LiveProductAsync(onHand: 10);
        var (order, secret) = await market.OrderAsync(way, (garlic.Variant, pieces));
        if (way != PaymentWay.CashOnDelivery)
            await market.ReceiveAsync(order.Total.Minor, order.Code);
        await market.DeliverAsync();
        Sold sold = new(market, order, secret, garlic.Variant, garlic.Cooperative, Actor.Of(garlic.Manager, ""));
        var part = order.Parts[0].Id;
        (await market.SendAsync(new AcceptSellerOrder.Command(sold.Manager, sold.Cooperative, part))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new ShipParcel.Command(sold.Manager, sold.Cooperative, part, Carrier.Other, ""))).IsDone.ShouldBeTrue();
        if (deliver)
            (await market.SendAsync(new BuyerReceived.Command(OrdersFactory.Guest, order.Code, secret, part))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        return sold;
    }
}
