using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>A page with the form of a certificate.</summary>
[EnableRateLimiting(Limit.Upload)]
[RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
internal abstract class CertificatePage(ProductOwners owners, KeptPaper kept) : DeskPage
{
    // One file and the form around it.
    private const int LargestRequest = Papers.MostBytes + (64 * 1024);

    [BindProperty]
    public CertificateForm Form { get; set; } = new();

    /// <summary>What it may cover, by name.</summary>
    public IReadOnlyList<(ProductId Id, LocalizedText Name)> Products { get; private set; } = [];

    /// <summary>Whether a paper is there already; then none need be sent.</summary>
    public abstract bool HasPaper { get; }

    /// <summary>The kinds, the most sought first.</summary>
    public static IReadOnlyList<CertificateKind> Kinds { get; } =
        [CertificateKind.Ocop, CertificateKind.Organic, CertificateKind.VietGap, CertificateKind.GeographicalIndication, CertificateKind.CollectiveMark, CertificateKind.Other];

    protected override DeskRoles Work => DeskRoles.Telling;

    /// <summary>Reads what the page shows around the form.</summary>
    protected async Task LoadProductsAsync()
        => Products = [.. (await owners.NamesAsync(Cooperative, HttpContext.RequestAborted)).Select(n => (n.Key, n.Value)).OrderBy(n => Folding.Fold(n.Value.Vi), StringComparer.Ordinal)];

    /// <summary>Keeps the paper that is sent and does what the page is for; shows the form again where something is amiss.</summary>
    protected async Task<IActionResult> SaveAsync<TOutcome>(Func<SellerPaper?, ICommand<TOutcome>> command, string notice, string where = "/sell/certificates")
        where TOutcome : IOutcome<TOutcome>
    {
        if (!ModelState.IsValid)
            return Unreadable();
        var paper = await kept.OfAsync(Cooperative, Form, HttpContext.RequestAborted);
        if (!paper.IsDone)
            return Again(paper);
        var outcome = await SendAsync(command(paper.Value));
        return outcome.Kind == OutcomeKind.Done ? GoTo(where, notice) : Again(outcome);
    }
}
