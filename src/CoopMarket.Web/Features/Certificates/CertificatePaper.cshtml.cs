using CoopMarket.Domain.Certificates;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>Gives the paper of a certificate to its cooperative.</summary>
internal sealed class CertificatePaperModel(Papers papers) : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    public async Task<IActionResult> OnGetAsync(CertificateId id)
        => await this.DownloadAsync(papers, (await SendAsync(new OwnCertificate.Query(Actor, Cooperative, id)))?.File);
}
