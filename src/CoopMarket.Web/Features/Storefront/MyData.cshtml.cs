using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Questions;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>What the market keeps of a person, why and for how long, and a copy of it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MyDataModel : MarketPage
{
    public DataCopy Mine { get; private set; } = null!;

    public async Task OnGetAsync() => Mine = await CopyAsync();

    /// <summary>The copy as a file.</summary>
    public async Task<PartialViewResult> OnGetFileAsync()
    {
        var copy = await CopyAsync();
        Response.Headers.ContentDisposition = $"attachment; filename=coopmarket-{VietnamDay.Of(copy.At):yyyy-MM-dd}.html";
        return Partial("_DataCopy", copy);
    }

    private async Task<DataCopy> CopyAsync() => new(
        HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
        await SendAsync(new MyAccount.Query(Actor)),
        await SendAsync(new MyAddresses.Query(Actor)),
        await SendAsync(new MySessions.Query(Actor)),
        (await SendAsync(new MyFactor.Query(Actor))).Passkeys,
        [.. (await HttpContext.RequestServices.GetRequiredService<Memberships>().OfAsync(Actor.Me, HttpContext.RequestAborted)).Select(s => new DataCopy.Desk(s.Name, s.Role))],
        (await SendAsync(new MyApplication.Query(Actor))) is { State: not null } application ? application.Details : null,
        await SendAsync(new MyOrdersInFull.Query(Actor)),
        await SendAsync(new MyQuestionsInFull.Query(Actor)),
        await SendAsync(new MyConsents.Query(Actor)),
        await SendAsync(new MyTraces.Query(Actor)));
}
