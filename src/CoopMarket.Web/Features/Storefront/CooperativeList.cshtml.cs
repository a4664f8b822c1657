using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.OutputCaching;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>All cooperatives.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
internal sealed class CooperativeListModel : MarketPage
{
    public IReadOnlyList<CoopLine> Lines { get; private set; } = [];

    public async Task OnGetAsync() => Lines = await SendAsync(new CooperativeList.Query(Actor));
}
