using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Complaints;

/// <summary>Forgets who made one complaint, and its photos; what was said stays, as it does when an account is erased.</summary>
internal static class ForgetComplaint
{
    internal sealed record Command(Actor Actor, ComplaintId Complaint) : ICommand, IForAdmin, IAbout
    {
        public string About => Complaint.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, MessagePhotos photos, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var found = await db.Set<Complaint>().FirstOrDefaultAsync(c => c.Id == command.Complaint, cancellationToken);
            // Somebody may have asked for a second look since it was found.
            if (found is not { IsOpen: false, IsNamed: true } || !(found.SettledAt < Before(time.Now())))
                return new NotFound();
            found.ForgetPerson();
            await photos.RemoveAsync([PhotoSubject.Of(found.Id)], cancellationToken);
            return Outcome.Done;
        }
    }

    /// <summary>Who complained of what was settled before is forgotten, UTC.</summary>
    /// <param name="now">UTC.</param>
    internal static DateTimeOffset Before(DateTimeOffset now) => now.AddMonths(-Complaint.MonthsToRemember);
}
