using CoopMarket.Web.Features.Desk.Contract;

namespace CoopMarket.Web.Features.Desk;

internal sealed class MoneyBookModel : DeskPage
{
    public MoneyBook.View View { get; private set; } = null!;

    public async Task OnGetAsync() => View = await SendAsync(new MoneyBook.Query(Actor, Cooperative));
}
