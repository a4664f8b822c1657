using CoopMarket.Domain.Income;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Income;
using CoopMarket.Web.Features.Income.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Income;

/// <summary>A cooperative with two managers and two members, whose goods are shared.</summary>
internal sealed class IncomeMarket : IAsyncDisposable
{
    private IncomeMarket(Market market, SellingCoop coop, PersonId second, ProducerId xuan, ProducerId nga)
        => (Market, Coop, First, Second, Xuan, Nga) = (market, coop, Actor.Of(coop.Manager, ""), Actor.Of(second, ""), xuan, nga);

    public Market Market { get; }

    public SellingCoop Coop { get; }

    public Actor First { get; }

    public Actor Second { get; }

    /// <summary>May be named.</summary>
    public ProducerId Xuan { get; }

    /// <summary>May not.</summary>
    public ProducerId Nga { get; }

    public static async Task<IncomeMarket> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var market = await PaymentsFactory.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        var second = await market.MemberAsync(coop.Id, Domain.Sellers.MemberRole.Manager);
        var xuan = await market.JoinAsync(coop, "Lò Thị Xuân", mayBeNamed: true);
        return new(market, coop, second, xuan, await market.JoinAsync(coop, "Cà Thị Nga", mayBeNamed: false));
    }

    /// <summary>Writes a rule for whatever products: to Xuân so much a piece, to both one part, one to the fund, and costs.</summary>
    public Task ShareAsync(params IEnumerable<ProductId> products) => Market.InDbAsync(async db =>
    {
        var ids = Market.Services.GetRequiredService<Ids>();
        foreach (var product in products)
            db.Add(Sharing.Write(
                ids.New<SharingId>(), Coop.Id, product, 5_000, [new(ShareKind.Member, Xuan, 20_000, 1), new(ShareKind.Member, Nga, 0, 1)], 1, Coop.Manager, Market.Clock.Now()));
        return await db.SaveChangesAsync();
    });

    /// <summary>An order of the cooperative's goods, shared, and paid unless it is in cash.</summary>
    public async Task<Order> SellAsync(PaymentWay way, params Part[] parts)
    {
        // In cash an order is a sale at once: its products have their rule before it is placed only where they are known.
        var order = await Market.PlaceAsync(way, [.. parts.Select(p => p with { Of = p.Of ?? Coop.Id })]);
        await ShareAsync(order.Parts.SelectMany(p => p.Lines).Select(l => l.Product));
        if (way != PaymentWay.CashOnDelivery)
            await Market.PayAsync(order);
        return order;
    }

    /// <summary>100,000 ₫ that arrived: Xuân has 43,000 of it, Nga 23,000.</summary>
    public async Task<Order> ArriveAsync()
    {
        var order = await SellAsync(PaymentWay.BankTransfer, new Part(30_000, (100_000, 1)));
        await Market.DeliverPartAsync(order, order.Parts[0]);
        return order;
    }

    public Task<Outcome<MemberPaymentId>> PayAsync(string amount, bool isAdvance = false, Actor? by = null)
        => Market.SendAsync(new PayMember.Command(by ?? First, Coop.Id, Xuan, amount, MemberPaymentWay.Cash, isAdvance));

    public Task<Outcome> ConfirmAsync(MemberPaymentId payment, string code) => Market.SendAsync(new ConfirmPayment.Command(First, Coop.Id, payment, code));

    public Task<string> CodeAsync(MemberPaymentId payment) => Market.CodeOfAsync(payment);

    public Task<string> SecretAsync(ProducerId member) => Market.SecretOfAsync(member);

    public async Task<long> OwedAsync(ProducerId member) => (await Market.WithAsync<MemberBalances, Money>(b => b.OwedAsync(member, default))).Minor;

    public async Task<long> BookedAsync(ShareKind kind) => (await Market.RowsAsync<IncomeEntry>()).Where(e => e.Share == kind && e.Payment is null).Sum(e => e.Amount.Minor);

    public ValueTask DisposeAsync() => Market.DisposeAsync();
}

/// <summary>Members of cooperatives, for tests of any area.</summary>
internal static class IncomeFactory
{
    /// <summary>Takes a member into the book.</summary>
    public static async Task<ProducerId> JoinAsync(this Market market, SellingCoop coop, string name, bool mayBeNamed)
    {
        var saved = await market.SendAsync(new SaveMember.Command(Actor.Of(coop.Manager, ""), coop.Id, null, name, "", new(2026, 11, 1), true, mayBeNamed));
        saved.IsDone.ShouldBeTrue();
        return saved.Value;
    }

    /// <summary>The code that her page shows.</summary>
    public static async Task<string> CodeOfAsync(this Market market, MemberPaymentId payment)
    {
        var row = (await market.RowsAsync<MemberPayment>()).Single(p => p.Id == payment);
        return await market.WithAsync<MemberLinks, string>(l => Task.FromResult(l.CodeOf(row)!));
    }

    /// <summary>The secret in her link.</summary>
    public static async Task<string> SecretOfAsync(this Market market, ProducerId member)
    {
        var row = (await market.RowsAsync<Producer>()).Single(p => p.Id == member);
        return (await market.WithAsync<MemberLinks, string>(l => Task.FromResult(l.AddressOf(row)!))).Split('/')[^1];
    }
}
