using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>An admin has looked at what changed on a product on sale.</summary>
internal static class LookAtEdit
{
    /// <param name="Until">When the last change was made that she saw, UTC; later ones wait for another look.</param>
    internal sealed record Command(Actor Actor, ProductEditId Edit, DateTimeOffset Until) : ICommand, IForAdmin, IAbout
    {
        public string About => Edit.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, OwnDesk own, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Set<ProductEdit>().FirstOrDefaultAsync(e => e.Id == command.Edit, cancellationToken) is not { } edit)
                return new NotFound();
            if (await own.RefuseAsync(command.Actor, edit.Cooperative, cancellationToken) is { } hers)
                return hers;
            if (edit.At > command.Until)
                return new ChangedSinceSeen();
            edit.See(command.Actor.Person, time.Now());
            return Outcome.Done;
        }
    }
}
