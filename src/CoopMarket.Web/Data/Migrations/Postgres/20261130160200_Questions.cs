using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Questions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "questions_questions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: false),
                    product = table.Column<Guid>(type: "uuid", nullable: true),
                    product_name = table.Column<string>(type: "text", nullable: false),
                    product_slug = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    order_code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    name = table.Column<string>(type: "character varying(800)", maxLength: 800, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: true),
                    secret_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sealed_secret = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    spoken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    message_count = table.Column<int>(type: "integer", nullable: false),
                    reading_count = table.Column<int>(type: "integer", nullable: false),
                    desk_told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    desk_tell_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    buyer_told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    buyer_tell_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reported_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    report_why = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    is_reported = table.Column<bool>(type: "boolean", nullable: false),
                    forgotten_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_warned = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_questions_questions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "questions_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    question = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    form_key = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    words = table.Column<string>(type: "character varying(16000)", maxLength: 16000, nullable: false),
                    signs = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_questions_messages", x => x.id);
                    table.ForeignKey(
                        name: "fk_questions_messages_questions_questions_question",
                        column: x => x.question,
                        principalTable: "questions_questions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "questions_readings",
                columns: table => new
                {
                    question = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_questions_readings", x => new { x.question, x.number });
                    table.ForeignKey(
                        name: "fk_questions_readings_questions_questions_question",
                        column: x => x.question,
                        principalTable: "questions_questions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_questions_messages_form_key",
                table: "questions_messages",
                column: "form_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_questions_messages_question_number",
                table: "questions_messages",
                columns: new[] { "question", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_questions_questions_buyer_tell_at",
                table: "questions_questions",
                column: "buyer_tell_at");

            migrationBuilder.CreateIndex(
                name: "ix_questions_questions_code",
                table: "questions_questions",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_questions_questions_cooperative_state_spoken_at",
                table: "questions_questions",
                columns: new[] { "cooperative", "state", "spoken_at" });

            migrationBuilder.CreateIndex(
                name: "ix_questions_questions_desk_tell_at",
                table: "questions_questions",
                column: "desk_tell_at");

            migrationBuilder.CreateIndex(
                name: "ix_questions_questions_is_reported_reported_at",
                table: "questions_questions",
                columns: new[] { "is_reported", "reported_at" });

            migrationBuilder.CreateIndex(
                name: "ix_questions_questions_is_warned_spoken_at",
                table: "questions_questions",
                columns: new[] { "is_warned", "spoken_at" });

            migrationBuilder.CreateIndex(
                name: "ix_questions_questions_person_spoken_at",
                table: "questions_questions",
                columns: new[] { "person", "spoken_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "questions_messages");

            migrationBuilder.DropTable(
                name: "questions_readings");

            migrationBuilder.DropTable(
                name: "questions_questions");
        }
    }
}
