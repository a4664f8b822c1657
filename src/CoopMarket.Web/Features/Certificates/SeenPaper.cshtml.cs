using CoopMarket.Domain.Certificates;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>Gives the paper of a certificate to an admin.</summary>
internal sealed class SeenPaperModel(Papers papers) : MarketPage
{
    public async Task<IActionResult> OnGetAsync(CertificateId id)
        => await this.DownloadAsync(papers, (await SendAsync(new LookAtCertificate.Query(Actor, id)))?.File);
}
