using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Walls;

/// <summary>
/// One cooperative with everything that a cooperative can have, its people, and a buyer with everything that a buyer can have.
/// There are two, alike to the last id, so that each id of the one has its twin at the other.
/// </summary>
internal sealed record Side
{
    /// <summary>Stands in what only this side's people may read.</summary>
    public required string Mark { get; init; }

    public required SellingCoop Coop { get; init; }

    public required PersonId Packer { get; init; }

    public required PersonId Storyteller { get; init; }

    public required PersonId Buyer { get; init; }

    /// <summary>Fills in an application that is a draft.</summary>
    public required PersonId Applicant { get; init; }

    /// <summary>Her paper.</summary>
    public required Guid Paper { get; init; }

    /// <summary>Her application was rejected.</summary>
    public required PersonId Rejected { get; init; }

    /// <summary>Handed in, waiting for an admin.</summary>
    public required SellerApplicationId Waiting { get; init; }

    public required Guid WaitingPaper { get; init; }

    public required ProductId Live { get; init; }

    public required string LiveSlug { get; init; }

    public required VariantId LiveSize { get; init; }

    public required CertificateId Certificate { get; init; }

    /// <summary>Whole, and not yet sent in.</summary>
    public required ProductId Draft { get; init; }

    public required VariantId DraftSize { get; init; }

    public required ProductId Withdrawn { get; init; }

    public required ProductId InReview { get; init; }

    public required PhotoId Photo { get; init; }

    public required PhotoId SecondPhoto { get; init; }

    public required PhotoId RemovedPhoto { get; init; }

    public required StoryId StoryDraft { get; init; }

    public required StoryId LiveStory { get; init; }

    /// <summary>Of the live story, heard in the shop.</summary>
    public required RecordingId Voice { get; init; }

    public required ConsentId Consent { get; init; }

    /// <summary>What the storyteller agreed to herself.</summary>
    public required ConsentId OwnConsent { get; init; }

    /// <summary>The name of its file.</summary>
    public required string VoiceFile { get; init; }

    public required MakerId Maker { get; init; }

    public required InvitationId Invitation { get; init; }

    /// <summary>A lot of what is on sale.</summary>
    public required LotId Lot { get; init; }

    /// <summary>Another, to be called back.</summary>
    public required LotId Bad { get; init; }

    /// <summary>The code on the first one's labels.</summary>
    public required string LotCode { get; init; }

    /// <summary>Of what is on sale, made by a guest.</summary>
    public required ComplaintId Complaint { get; init; }

    /// <summary>Its reference and its key.</summary>
    public required string ComplaintPath { get; init; }

    /// <summary>A guest's thread about what is on sale.</summary>
    public required QuestionId Question { get; init; }

    /// <summary>Its reference and its key.</summary>
    public required string QuestionPath { get; init; }

    /// <summary>Beside its first message.</summary>
    public required PhotoId QuestionPhoto { get; init; }

    /// <summary>Beside the complaint.</summary>
    public required PhotoId ComplaintPhoto { get; init; }

    /// <summary>Another, which is used up.</summary>
    public required LotId UsedUp { get; init; }

    /// <summary>A member in the book of income.</summary>
    public required ProducerId Member { get; init; }

    /// <summary>The secret in her link.</summary>
    public required string MemberSecret { get; init; }

    /// <summary>Paid to her, not by the manager, and not confirmed.</summary>
    public required MemberPaymentId Payment { get; init; }

    /// <summary>The code that confirms it.</summary>
    public required string PaymentCode { get; init; }

    public required Guid Closure { get; init; }

    public required AddressId Address { get; init; }

    /// <summary>A session of the buyer on another device.</summary>
    public required Guid OtherSession { get; init; }

    /// <summary>Orders of the buyer for goods of the cooperative, one at each step.</summary>
    public required PlacedOrder ToAccept { get; init; }

    public required PlacedOrder ToPack { get; init; }

    public required PlacedOrder Packed { get; init; }

    public required PlacedOrder Shipped { get; init; }

    /// <summary>Paid by transfer.</summary>
    public required PlacedOrder Delivered { get; init; }

    /// <summary>What its buyer wants to send back of <see cref="Delivered"/>.</summary>
    public required ReturnId Returning { get; init; }

    /// <summary>What its buyer says of <see cref="Delivered"/>, and a photo beside it.</summary>
    public required ReviewId Review { get; init; }

    public required PhotoId ReviewPhoto { get; init; }

    /// <summary>Waits for its money.</summary>
    public required PlacedOrder Unpaid { get; init; }

    /// <summary>Waits for a card.</summary>
    public required PlacedOrder ByCard { get; init; }

    /// <summary>Accepted by nobody for days, so that its buyer may call it off.</summary>
    public required PlacedOrder Stale { get; init; }

    /// <summary>Everything that names something of this side, in the order of its twin's.</summary>
    public IReadOnlyList<string> Names =>
    [
        Coop.Id.ToString(), Coop.Slug, Coop.Manager.ToString(), Coop.Application.ToString(), Packer.ToString(), Storyteller.ToString(), Buyer.ToString(),
        Applicant.ToString(), Paper.ToString(), Rejected.ToString(), Waiting.ToString(), WaitingPaper.ToString(), Live.ToString(), LiveSlug, LiveSize.ToString(),
        Certificate.ToString(), Draft.ToString(), DraftSize.ToString(), Withdrawn.ToString(), InReview.ToString(), Photo.ToString(), SecondPhoto.ToString(),
        RemovedPhoto.ToString(), StoryDraft.ToString(), LiveStory.ToString(), Voice.ToString(), Consent.ToString(), OwnConsent.ToString(), Maker.ToString(), Invitation.ToString(), Member.ToString(), Payment.ToString(), Closure.ToString(), Address.ToString(),
        OtherSession.ToString(), Returning.ToString(), Review.ToString(), ReviewPhoto.ToString(),
        .. new[] { ToAccept, ToPack, Packed, Shipped, Delivered, Unpaid, ByCard, Stale }.SelectMany(o => new[] { o.Code, o.Part, o.Line }),
    ];
}

/// <summary>An order of one part and one line.</summary>
internal sealed record PlacedOrder(string Code, string Part, string Line);
