using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Writes down what an admin saw, once for each content, so that the next look shows what changed since.</summary>
internal static class LookAtApplication
{
    internal sealed record Command(Actor Actor, SellerApplicationId Application) : ICommand, IForAdmin, IAbout
    {
        public string About => Application.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var application = await db.Set<SellerApplication>().FirstOrDefaultAsync(a => a.Id == command.Application, cancellationToken);
            if (application is null)
                return new NotFound();
            if (!await db.Set<ApplicationLook>().AnyAsync(l => l.Application == application.Id && l.Fingerprint == application.Fingerprint, cancellationToken))
                db.Add(ApplicationLook.Of(application, command.Actor.Me, time.Now()));
            return Outcome.Done;
        }
    }
}
