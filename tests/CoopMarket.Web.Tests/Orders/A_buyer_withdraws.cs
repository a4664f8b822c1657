using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Settlement;

namespace CoopMarket.Web.Tests.Orders;

public sealed class A_buyer_withdraws
{
    private const string Claire = "claire@lyon.test";

    [Theory, EveryDatabase]
    internal async Task From_what_was_not_sent_by_its_link_and_has_a_dated_mail(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var (order, secret, variant) = await PaidAsync(market);

        (await market.SendAsync(new WithdrawOrder.Command(OrdersFactory.Guest, order.Code, secret, "Claire Martin", Pieces(order, 2), false))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        (await market.OnHandAsync(variant)).ShouldBe(10);
        (await market.OrderAsync(order.Code)).Parts[0].State.ShouldBe(SellerOrderState.Cancelled);
        (await market.RowsAsync<RefundDue>()).ShouldHaveSingleItem().Amount.ShouldBe(order.Total);
        var letter = market.Post.Letters.Last(l => l.To == Claire && l.Subject.Contains("withdrawal", StringComparison.OrdinalIgnoreCase));
        letter.Text.ShouldContain("Claire Martin");
        letter.Text.ShouldContain(market.Clock.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        (await market.SendAsync(new WithdrawalSheet.Query(OrdersFactory.Guest, order.Code, secret)))!.Words.ShouldHaveSingleItem().Lines.ShouldHaveSingleItem().Quantity.ShouldBe(2);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Without_its_link_by_code_and_address_and_nobody_elses_word_counts(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var (order, _, variant) = await PaidAsync(market);

        (await market.SendAsync(new DeclareWithdrawal.Command(OrdersFactory.Guest, order.Code, "Somebody", "else@lyon.test", true, true))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        (await market.RowsAsync<Withdrawal>()).ShouldBeEmpty();
        market.Post.Letters.ShouldNotContain(l => l.To == "else@lyon.test");

        (await market.SendAsync(new DeclareWithdrawal.Command(OrdersFactory.Guest, order.Code.ToLowerInvariant(), "Claire Martin", Claire, true, true))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        (await market.RowsAsync<Withdrawal>()).ShouldHaveSingleItem().Order.ShouldBe(order.Id);
        (await market.OnHandAsync(variant)).ShouldBe(10);
        await market.CheckAsync();

        // The page that says so may be loaded anew; who comes back after an hour means something by it.
        var told = market.Post.Letters.Count;
        async Task AnewAsync()
        {
            await market.SendAsync(new DeclareWithdrawal.Command(OrdersFactory.Guest, order.Code, "Claire Martin", Claire, true, true));
            await market.DeliverAsync();
        }

        await AnewAsync();
        market.Post.Letters.Count.ShouldBe(told);
        market.Clock.Advance(TimeSpan.FromHours(1));
        await AnewAsync();
        market.Post.Letters.Count.ShouldBe(told + 1);
    }

    [Theory, EveryDatabase]
    internal async Task And_signs_for_the_whole_of_a_part_that_was_not_sent(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var (order, secret, _) = await PaidAsync(market);
        using var claire = Visitor.Of(market);
        await claire.OpenAsync($"/orders/{order.Code}?s={secret}");
        var page = $"/orders/{order.Code}/withdraw";
        (await claire.OpenAsync(page)).Page.ShouldNotContain("<select id=\"p-");

        var review = await claire.SubmitAsync(page + "?handler=Review", ("Form.Name", "Claire Martin"), ($"Form.Pieces[{order.Parts[0].Lines[0].Id}]", "1"));
        review.Page.ShouldContain("2 × ");
        review.Page.ShouldNotContain("1 × ");

        await claire.OpenAsync(page);
        await claire.SubmitAsync(page + "?handler=Review", ("Form.Name", "Claire Martin"));
        claire.Status.ShouldBe(System.Net.HttpStatusCode.Conflict, "nothing was ticked");
        (await market.RowsAsync<Withdrawal>()).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task And_what_she_only_looks_over_is_not_written_down(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var (order, secret, _) = await PaidAsync(market);
        var word = new WithdrawOrder.Command(OrdersFactory.Guest, order.Code, secret, "Claire Martin", Pieces(order, 9), false, IsSure: false);
        (await market.SendAsync(word)).IsDone.ShouldBeTrue("it was not sent: how many does not matter");
        (await market.SendAsync(word with { Pieces = Pieces(order, 0) })).Refusal.ShouldBe(new NothingToReturn());
        (await market.RowsAsync<Withdrawal>()).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task Twice_at_once_is_once(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var (order, secret, variant) = await PaidAsync(market);
        var word = new WithdrawOrder.Command(OrdersFactory.Guest, order.Code, secret, "Claire Martin", Pieces(order, 2), false);

        var all = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => market.SendAsync(word)));
        await market.DeliverAsync();

        all.Count(o => o.IsDone).ShouldBe(1);
        (await market.OnHandAsync(variant)).ShouldBe(10);
        (await market.RowsAsync<RefundDue>()).ShouldHaveSingleItem();
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Twice_by_two_who_do_not_see_each_other_would_be_twice(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var (order, secret, variant) = await PaidAsync(market);
        var word = new WithdrawOrder.Command(OrdersFactory.Guest, order.Code, secret, "Claire Martin", Pieces(order, 2), false);

        await using var twin = BrokenTwin.Heedless(market);
        (await twin.RaceAsync(word, word)).ShouldAllBe(o => o.IsDone);

        (await market.OnHandAsync(variant)).ShouldBe(12);
        (await market.RowsAsync<Withdrawal>()).Count.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    internal async Task Who_may_not_is_told_why_at_her_own_address(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var (order, secret, _) = await PaidAsync(market, country: "US");

        (await market.SendAsync(new WithdrawOrder.Command(OrdersFactory.Guest, order.Code, secret, "Claire Martin", Pieces(order, 2), true))).Refusal.ShouldBe(new NotWithdrawable());
        await market.SendAsync(new DeclareWithdrawal.Command(OrdersFactory.Guest, order.Code, "Claire Martin", Claire, true, true));
        await market.DeliverAsync();

        market.Post.Letters.Last(l => l.To == Claire).Text.ShouldContain("European Union");
        (await market.OrderAsync(order.Code)).Parts[0].State.ShouldBe(SellerOrderState.ToAccept);
    }

    [Theory, EveryDatabase]
    internal async Task What_is_not_paid_yet_is_called_off_instead(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var (order, secret, _) = await PlacedAsync(market, "FR");

        (await market.SendAsync(new WithdrawOrder.Command(OrdersFactory.Guest, order.Code, secret, "Claire Martin", Pieces(order, 2), true))).Refusal.ShouldBe(new NothingPaidYet());
        (await market.SendAsync(new CancelOrder.Command(OrdersFactory.Guest, order.Code, secret))).IsDone.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    internal async Task Who_withdraws_by_code_from_what_is_not_paid_calls_it_off(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var (order, _, variant) = await PlacedAsync(market, "US");

        await market.SendAsync(new DeclareWithdrawal.Command(OrdersFactory.Guest, order.Code, "Claire Martin", Claire, true, true));
        await market.DeliverAsync();

        (await market.OrderAsync(order.Code)).State.ShouldBe(OrderState.Cancelled);
        (await market.OnHandAsync(variant)).ShouldBe(10);
        market.Post.Letters.ShouldContain(l => l.To == Claire && l.Subject.Contains("cancelled", StringComparison.Ordinal));
        await market.SendAsync(new DeclareWithdrawal.Command(OrdersFactory.Guest, order.Code, "Claire Martin", Claire, true, true));
        await market.DeliverAsync();
        market.Post.Letters.ShouldNotContain(l => l.Subject.Contains("withdrawal", StringComparison.OrdinalIgnoreCase), "nor when she loads the page anew");
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task And_does_not_take_the_parcel_gets_the_price_of_its_way_back_as_well(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var garlic = await market.LiveProductAsync(onHand: 10);
        var (order, secret) = await PlacedAsync(market, "FR", garlic);
        await market.ReceiveAsync(order.Total.Minor, order.Code);
        await market.DeliverAsync();
        var (manager, part) = (Actor.Of(garlic.Manager, ""), order.Parts[0]);
        await market.SendAsync(new AcceptSellerOrder.Command(manager, garlic.Cooperative, part.Id));
        (await market.SendAsync(new ShipParcel.Command(manager, garlic.Cooperative, part.Id, Carrier.Other, ""))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new WithdrawOrder.Command(OrdersFactory.Guest, order.Code, secret, "Claire Martin", Pieces(order, 2), true))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        (await market.SendAsync(new RefuseParcel.Command(manager, garlic.Cooperative, part.Id))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        (await market.RowsAsync<RefundDue>()).ShouldHaveSingleItem().Amount.ShouldBe(order.Total);
        (await market.OnHandAsync(garlic.Variant)).ShouldBe(10);
        (await market.RowsAsync<Return>()).ShouldHaveSingleItem().State.ShouldBe(ReturnState.Void);
        market.Post.Letters.Last(l => l.To == Claire).Text.ShouldContain("delivery included");
        market.Clock.Advance(TimeSpan.FromDays(4));
        await market.RoundAsync<ReleaseHolds>();
        (await market.BalanceAsync(LedgerAccount.Payable)).ShouldBe(0);
        await market.CheckAsync();
    }

    private static Dictionary<string, string> Pieces(Order order, int pieces) => new() { [order.Parts[0].Lines[0].Id.ToString()] = $"{pieces}" };

    private static async Task<(Order Order, string Secret, VariantId Variant)> PaidAsync(Market market, string country = "FR")
    {
        var placed = await PlacedAsync(market, country);
        await market.ReceiveAsync(placed.Order.Total.Minor, placed.Order.Code);
        await market.DeliverAsync();
        return placed;
    }

    private static async Task<(Order Order, string Secret, VariantId Variant)> PlacedAsync(Market market, string country)
    {
        var garlic = await market.LiveProductAsync(onHand: 10);
        var (order, secret) = await PlacedAsync(market, country, garlic);
        return (order, secret, garlic.Variant);
    }

    private static async Task<(Order Order, string Secret)> PlacedAsync(Market market, string country, ListedProduct garlic)
    {
        var checkout = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 2)), country: country, province: "");
        var placed = await market.SendAsync(checkout with { Name = "Claire Martin", Phone = "", Email = Claire, Commune = "Lyon", Street = "3 rue des Tables Claudiennes", Postcode = "69001", Language = "en" });
        placed.IsDone.ShouldBeTrue(placed.Refusal?.ToString() ?? string.Join(", ", placed.Flaws));
        return (await market.OrderAsync(placed.Value.Code), placed.Value.Secret);
    }
}
