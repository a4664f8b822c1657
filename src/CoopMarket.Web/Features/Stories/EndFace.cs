using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories;

/// <summary>The last day on which a face may be shown is over; nothing where it isn't.</summary>
internal static class EndFace
{
    internal sealed record Command(Actor Actor, ConsentId Consent) : ICommand, IForAdmin, IAbout
    {
        public string About => Consent.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Set<Consent>().FirstOrDefaultAsync(c => c.Id == command.Consent, cancellationToken) is not { } consent)
                return new NotFound();
            consent.End(VietnamDay.Of(time.Now()), time.Now());
            return Outcome.Done;
        }
    }
}
