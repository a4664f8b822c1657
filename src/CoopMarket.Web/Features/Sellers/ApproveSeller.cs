using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>
/// Approves exactly what the admin saw. A new seller gets her cooperative, its address and its woven band, and becomes its manager;
/// a change is taken over into the cooperative. Nobody approves what she asked for or typed herself, nor anything of her own cooperative.
/// </summary>
internal static class ApproveSeller
{
    /// <param name="Actor">The admin.</param>
    /// <param name="Application">Which.</param>
    /// <param name="Seen">The fingerprint of what she saw.</param>
    internal sealed record Command(Actor Actor, SellerApplicationId Application, string Seen) : ICommand, IForAdmin, INeedsProof, ISerialized, IAbout
    {
        // Where the cooperative is paid to is decided here.
        public Proof Proof => Proof.Factor;

        public string About => Application.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Seen).Length(64).WithMessage("sellers.flaw.seen");
    }

    internal sealed class Handler(MarketDb db, TimeProvider time, Ids ids, MoveBook moves, OwnDesk own) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var application = await db.Set<SellerApplication>().FirstOrDefaultAsync(a => a.Id == command.Application, cancellationToken);
            if (application is null)
                return new NotFound();
            if (application.Cooperative is { } changed && await own.RefuseAsync(command.Actor, changed, cancellationToken) is { } hers)
                return hers;
            var before = application.State;
            var now = time.Now();
            var cooperative = application.Cooperative ?? ids.New<CooperativeId>();
            if (application.Approve(command.Actor.Person, command.Seen, cooperative, now) is { } refusal)
                return refusal;

            if (application.IsChange)
                (await db.Set<Cooperative>().SingleAsync(c => c.Id == cooperative, cancellationToken)).Take(application.Details, now);
            else
                await TakeOnAsync(application, cooperative, now, cancellationToken);
            await moves.WriteAsync(application.Id, before, application.State, command.Actor, "", cancellationToken);
            return Outcome.Done;
        }

        private async Task TakeOnAsync(SellerApplication application, CooperativeId id, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var others = await db.Set<Cooperative>().Select(c => new { c.Id, c.Slug, c.BandTurn }).ToListAsync(cancellationToken);
            var slug = Folding.Slug(application.Details.Name, 60);
            var free = slug.Length == 0 ? "hop-tac-xa" : slug;
            for (var next = 2; others.Any(o => o.Slug == free); next++)
                free = $"{(slug.Length == 0 ? "hop-tac-xa" : slug)}-{next}";
            var turn = WovenBand.FreeTurn(id.ToString(), others.Select(o => (o.Id.ToString(), o.BandTurn)));
            db.Add(Cooperative.Approve(id, application.Id, free, turn, application.Details, now));
            db.Add(Membership.Join(id, application.Applicant, MemberRole.Manager, now));
        }
    }
}
