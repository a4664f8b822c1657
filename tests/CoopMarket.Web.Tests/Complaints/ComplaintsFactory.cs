using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Complaints;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Complaints;

/// <summary>What is complained of, by the real commands.</summary>
internal static class ComplaintsFactory
{
    /// <summary>What a guest types who complains of a product.</summary>
    public static FileComplaint.Form Form(this Market market, ProductId? product = null, string order = "", ComplaintKind kind = ComplaintKind.Damaged) => new()
    {
        FormKey = market.Services.GetRequiredService<Ids>().Secret(),
        Kind = kind.ToString(),
        OrderCode = order,
        Product = product?.Value,
        Words = "Hũ vỡ nắp khi tới nơi.",
        Name = "Hạnh",
        Email = "hanh@thu.test",
    };

    /// <summary>It is complained, in Vietnamese.</summary>
    public static async Task<(Complaint Complaint, string Secret)> ComplainAsync(this Market market, FileComplaint.Form form)
    {
        Languages.Speak("vi");
        var filed = (await market.SendAsync(FileComplaint.Command.Of(OrdersFactory.Guest, form))).Value;
        return (await market.ComplaintAsync(filed.Code), filed.Secret);
    }

    /// <summary>Puts it back to where it stood, for attempts that are made many times.</summary>
    public static Task<int> PutBackAsync(this Market market, ComplaintId id, ComplaintState state)
    {
        var (now, due) = (market.Clock.Now(), market.Clock.Now().AddDays(5));
        return market.InDbAsync(db => db.Set<Complaint>().Where(c => c.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.State, state).SetProperty(c => c.SettledBy, "").SetProperty(c => c.SettleBy, due)
            .SetProperty(c => c.SettledAt, state == ComplaintState.Settled ? now : null).SetProperty(c => c.DueAt, state == ComplaintState.Settled ? null : due)));
    }

    /// <summary>A complaint with its trail.</summary>
    public static Task<Complaint> ComplaintAsync(this Market market, string code)
        => market.InDbAsync(db => db.Set<Complaint>().AsNoTracking().Include(c => c.Moves.OrderBy(m => m.Number)).SingleAsync(c => c.Code == code));
}
