using CoopMarket.Domain.Certificates;
using CoopMarket.Web.Features.Certificates.Contract;
using CoopMarket.Web.Features.Certificates.Jobs;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>Registers the area.</summary>
internal static class CertificatesArea
{
    public static void AddCertificates(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ICooperativeData, DataOfCertificates>().AddScoped<ProductCertificates>().AddScoped<CertificateMail>().AddScoped<KeptPaper>().AddScoped<INamePapers, PapersOfCertificates>();
        builder.Services.AddReaction<CertificateConfirmed, OnCertificateConfirmed>("certificates.mail-confirmed", ReactionKind.CallsOut);
        builder.Services.AddReaction<CertificateRefused, OnCertificateRefused>("certificates.mail-refused", ReactionKind.CallsOut);
        builder.Services.AddReaction<CertificateEndsSoon, OnCertificateEndsSoon>("certificates.mail-ends-soon", ReactionKind.CallsOut);
        builder.Services.AddEvery<RemindOfEnds>(TimeSpan.FromHours(1));
    }
}
