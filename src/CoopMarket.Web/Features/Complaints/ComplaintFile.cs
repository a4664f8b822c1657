using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Complaints;

/// <summary>Finds complaints for those who may see them.</summary>
internal sealed class ComplaintFile(MarketDb db, SealedSecrets secrets, MarketSettings market)
{
    private const string Purpose = "complaints.secret";

    /// <summary>For admins; null where there is none.</summary>
    public Task<Complaint?> OneAsync(ComplaintId id, CancellationToken cancellationToken) => db.Set<Complaint>().FirstOrDefaultAsync(c => c.Id == id, cancellationToken);

    /// <summary>For a cooperative that is the other side of it; null where it isn't.</summary>
    public async Task<Complaint?> OfCooperativeAsync(CooperativeId cooperative, ComplaintId id, CancellationToken cancellationToken)
        => await db.Set<Complaint>().FirstOrDefaultAsync(c => c.Id == id && c.Cooperative == cooperative, cancellationToken) is { HasOtherSide: true } complaint ? complaint : null;

    /// <summary>For whoever holds its secret; null where it is another one.</summary>
    public async Task<Complaint?> OfHolderAsync(string code, string? secret, CancellationToken cancellationToken)
        => PublicCode.TryParse(code, out var read) && await db.Set<Complaint>().FirstOrDefaultAsync(c => c.Code == read.Value, cancellationToken) is { } found && SealedSecrets.Fits(found.SecretHash, secret)
            ? found
            : null;

    /// <summary>What is kept of a new complaint's secret.</summary>
    public (string Hash, string Sealed) Keep(string secret) => secrets.Keep(Purpose, secret);

    /// <summary>Its secret; empty where the keys were lost since.</summary>
    public string Open(Complaint complaint) => secrets.Open(Purpose, complaint.SealedSecret) ?? "";

    /// <summary>The full address that opens it without signing in, in the language of whoever complained; without a key where the keys were lost.</summary>
    public string Link(Complaint complaint) => $"{market.PublicUrl}{Languages.Prefix(complaint.Language)}/complaints/{complaint.Code}/{Open(complaint)}";
}
