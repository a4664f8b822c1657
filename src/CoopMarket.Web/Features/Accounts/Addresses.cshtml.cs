using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Accounts;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AddressesModel : MarketPage
{
    public IReadOnlyList<KeptAddress> Book { get; private set; } = [];

    public async Task OnGetAsync() => Book = await SendAsync(new MyAddresses.Query(Actor));

    public async Task<IActionResult> OnPostRemoveAsync(AddressId address)
    {
        var outcome = await SendAsync(new RemoveAddress.Command(Actor, address));
        return outcome.IsDone ? GoTo("/account/addresses", "accounts.address.removed") : NotFound();
    }
}
