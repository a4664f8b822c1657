using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>The certificates of a desk.</summary>
internal sealed class OwnCertificatesModel : DeskPage
{
    public IReadOnlyList<OwnCertificates.Row> Rows { get; private set; } = [];

    protected override DeskRoles Work => DeskRoles.Telling;

    public async Task OnGetAsync() => Rows = await SendAsync(new OwnCertificates.Query(Actor, Cooperative));
}
