using CoopMarket.Web.Features.Desk.Contract;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>The products of a desk.</summary>
internal sealed class OwnProductsModel : DeskPage
{
    public IReadOnlyList<OwnProducts.Row> Rows { get; private set; } = [];

    public async Task OnGetAsync() => Rows = await SendAsync(new OwnProducts.Query(Actor, Cooperative));
}
