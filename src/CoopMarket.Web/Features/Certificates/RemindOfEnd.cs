using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>Reminds a cooperative that a certificate ends soon; nothing where it was reminded already.</summary>
internal static class RemindOfEnd
{
    internal sealed record Command(Actor Actor, CertificateId Certificate) : ICommand, IForAdmin, IAbout
    {
        public string About => Certificate.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Set<Certificate>().FirstOrDefaultAsync(c => c.Id == command.Certificate, cancellationToken) is not { } certificate)
                return new NotFound();
            certificate.Remind(VietnamDay.Of(time.Now()));
            return Outcome.Done;
        }
    }
}
