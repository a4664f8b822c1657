using System.Text.Json;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Questions;
using Microsoft.AspNetCore.Html;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>All that is kept of a person, as she gets it: one file that she reads without a network, with the same for programs inside.</summary>
/// <param name="At">UTC; when it was made.</param>
/// <param name="Application">Null where she never applied.</param>
internal sealed record DataCopy(
    DateTimeOffset At, MyAccount.View Account, IReadOnlyList<KeptAddress> Addresses, IReadOnlyList<MySessions.View> Sessions, IReadOnlyList<MyFactor.Kept> Passkeys, IReadOnlyList<DataCopy.Desk> Cooperatives,
    SellerDetails? Application, IReadOnlyList<MyOrdersInFull.Bought> Orders, IReadOnlyList<MyQuestionsInFull.Asked> Questions, MyConsents.View Consents, MyTraces.View Traces)
{
    private static readonly JsonSerializerOptions Readable = new(Data.Json.Options) { WriteIndented = true };

    /// <summary>A seat at a cooperative's desk.</summary>
    internal sealed record Desk(LocalizedText Name, MemberRole Role);

    /// <summary>All of it for programs. What would end a script is written otherwise there (<see cref="Data.Json"/>).</summary>
    public HtmlString Json() => new(JsonSerializer.Serialize(this, Readable));
}
