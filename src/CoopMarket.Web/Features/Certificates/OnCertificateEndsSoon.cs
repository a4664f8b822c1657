using CoopMarket.Domain.Certificates;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>Reminds the managers of a cooperative that a certificate ends soon: a new one takes them months.</summary>
internal sealed class OnCertificateEndsSoon(CertificateMail mail) : IHandle<CertificateEndsSoon>
{
    public Task HandleAsync(CertificateEndsSoon happened, Delivery delivery, CancellationToken cancellationToken)
        => mail.SendAsync(delivery, "EndsSoon", happened.Certificate, DeskRoles.Manager, "", cancellationToken);
}
