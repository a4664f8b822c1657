using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Settlement.Contract;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Desk;

internal sealed class MoneyBookModel : DeskPage
{
    private const int MostPages = 1_000;

    public MoneyBook.View View { get; private set; } = null!;

    public Earnings.View Earned { get; private set; } = null!;

    /// <summary>What the next run of payouts would send.</summary>
    public NextPayout.View Next { get; private set; } = null!;

    /// <summary>How what arrived was shared, by product.</summary>
    public IReadOnlyList<SharedGoods.Row> Goods { get; private set; } = [];

    /// <summary>What members earned and were paid; null for whoever is no manager.</summary>
    public IReadOnlyList<SharedMembers.Row>? Members { get; private set; }

    /// <summary>The market's fees that are to come.</summary>
    public IReadOnlyList<FeesSet.Fee> Fees { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public async Task OnGetAsync()
    {
        Number = Math.Clamp(Number, 1, MostPages);
        View = await SendAsync(new MoneyBook.Query(Actor, Cooperative, Number));
        Next = await SendAsync(new NextPayout.Query(Actor, Cooperative));
        Earned = await SendAsync(new Earnings.Query(Actor, Cooperative));
        Goods = await SendAsync(new SharedGoods.Query(Actor, Cooperative));
        Fees = (await SendAsync(new FeesSet.Query(Actor))).ToCome;
        if (Seat.Role == MemberRole.Manager)
            Members = await SendAsync(new SharedMembers.Query(Actor, Cooperative));
    }
}
