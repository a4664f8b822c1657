using System.Text.Json;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Accounts.Contract;
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
    private static readonly JsonSerializerOptions Readable = new(Json.Options) { WriteIndented = true };

    public Copy Mine { get; private set; } = null!;

    public async Task OnGetAsync() => Mine = await CopyAsync();

    /// <summary>The copy as a file.</summary>
    public async Task<FileContentResult> OnGetFileAsync()
    {
        var copy = await CopyAsync();
        return File(JsonSerializer.SerializeToUtf8Bytes(copy, Readable), "application/json", $"coopmarket-{Show.Day(copy.At):yyyy-MM-dd}.json");
    }

    private async Task<Copy> CopyAsync() => new(
        HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
        await SendAsync(new MyAccount.Query(Actor)),
        await SendAsync(new MyAddresses.Query(Actor)),
        await SendAsync(new MySessions.Query(Actor)),
        (await SendAsync(new MyFactor.Query(Actor))).Passkeys,
        [.. (await HttpContext.RequestServices.GetRequiredService<Memberships>().OfAsync(Actor.Me, HttpContext.RequestAborted)).Select(s => new Desk(s.Name, s.Role))],
        (await SendAsync(new MyApplication.Query(Actor))) is { State: not null } application ? application.Details : null,
        await SendAsync(new MyOrdersInFull.Query(Actor)),
        await SendAsync(new MyQuestionsInFull.Query(Actor)));

    /// <param name="Application">Null where she never applied.</param>
    internal sealed record Copy(
        DateTimeOffset At, MyAccount.View Account, IReadOnlyList<KeptAddress> Addresses, IReadOnlyList<MySessions.View> Sessions, IReadOnlyList<MyFactor.Kept> Passkeys, IReadOnlyList<Desk> Cooperatives,
        SellerDetails? Application, IReadOnlyList<MyOrdersInFull.Bought> Orders, IReadOnlyList<MyQuestionsInFull.Asked> Questions);

    internal sealed record Desk(LocalizedText Name, MemberRole Role);
}
