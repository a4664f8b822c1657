using CoopMarket.Web.Features.Desk.Contract;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Desk;

internal sealed class MoneyBookModel : DeskPage
{
    private const int MostPages = 1_000;

    public MoneyBook.View View { get; private set; } = null!;

    public Earnings.View Earned { get; private set; } = null!;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public async Task OnGetAsync()
    {
        Number = Math.Clamp(Number, 1, MostPages);
        View = await SendAsync(new MoneyBook.Query(Actor, Cooperative, Number));
        Earned = await SendAsync(new Earnings.Query(Actor, Cooperative));
    }
}
